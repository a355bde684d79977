<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>DINAMIS</name>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>%n block(s) of {} credits</source>
      <translation>
        <numerusform>%n block of {} credits</numerusform>
        <numerusform>%n blocks of {} credits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>%n credit(s)</source>
      <translation>
        <numerusform>%n credit</numerusform>
        <numerusform>%n credits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} receives too many requests: try again in %n minute(s).</source>
      <translation>
        <numerusform>{host} receives too many requests: try again in %n minute.</numerusform>
        <numerusform>{host} receives too many requests: try again in %n minutes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} receives too many requests: try again in %n second(s).</source>
      <translation>
        <numerusform>{host} receives too many requests: try again in %n second.</numerusform>
        <numerusform>{host} receives too many requests: try again in %n seconds.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{}: to be checked, it changes every %n month(s). {}</source>
      <translation>
        <numerusform>{}: to be checked, it changes every %n month. {}</numerusform>
        <numerusform>{}: to be checked, it changes every %n months. {}</numerusform>
      </translation>
    </message>
  </context>
</TS>
