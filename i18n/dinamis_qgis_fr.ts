<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>DINAMIS</name>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>About</source>
      <translation>À propos</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>About DINAMIS</source>
      <translation>À propos de DINAMIS</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Approximate placement: the exact footprint is not given.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>DINAMIS for QGIS, version {}</source>
      <translation>DINAMIS pour QGIS, version {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/plugin.py" />
      <source>DINAMIS panel</source>
      <translation>Panneau DINAMIS</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/provider.py" />
      <source>DINAMIS: Pléiades and SPOT imagery</source>
      <translation>DINAMIS : images Pléiades et SPOT</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>Demonstration</source>
      <translation>Démonstration</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/banner.py" />
      <source>Demonstration data (synthetic)</source>
      <translation>Données de démonstration (synthétiques)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/footprint_layer.py" />
      <source>Footprints of satellite images found by a search in the DINAMIS panel; dates are UTC.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/search_layers.py" />
      <source>Footprints · {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/banner.py" />
      <source>Leave the demonstration and ask the real catalogues again</source>
      <translation>Quitter la démonstration et interroger de nouveau les vrais catalogues</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>Mosaic</source>
      <translation>Mosaïque</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>My images</source>
      <translation>Mes images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>My territory…</source>
      <translation>Mon territoire…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>No live service was reached while this version was made: neither a catalogue nor a site of DINAMIS.</source>
      <translation>Aucun service en ligne n'a été atteint pendant la réalisation de cette version : ni catalogue, ni site de DINAMIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>Ortho</source>
      <translation>Ortho</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>P + MS (bundle)</source>
      <translation>P + MS (« bundle »)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>PMS, pansharpened</source>
      <translation>PMS, couleur affinée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Placed by its empty corners, which fit the footprint (north-up, UTM).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Placed by its empty corners, which fit the footprint (north-up, longitude/latitude).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Placed by its projection and the footprint's bounding box.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Placed by its projection metadata.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Placed by the footprint's corners (acquisition frame).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>Primary</source>
      <translation>Primary</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Products were tested on synthetic DIMAP V2 products and on metadata files published by their makers; no delivered image was at hand.</source>
      <translation>Les produits ont été testés sur des produits DIMAP V2 synthétiques et sur des fichiers de métadonnées publiés par leurs producteurs ; aucune image livrée n'était disponible.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>Projected</source>
      <translation>Projected</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklook_layers.py" />
      <source>Quicklook of {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/layer_groups.py" />
      <source>Quicklooks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/banner.py" />
      <source>Quit</source>
      <translation>Quitter</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>Request</source>
      <translation>Demander</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>Search</source>
      <translation>Rechercher</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Search was tested against stac-fastapi-pgstac (the software behind the Montpellier catalogue) with invented scenes, and against local servers that play its faults.</source>
      <translation>La recherche a été testée sur stac-fastapi-pgstac (le logiciel du catalogue de Montpellier) avec des scènes inventées, et sur des serveurs locaux qui imitent ses pannes.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/plugin.py" />
      <source>Search, place, estimate and open Pléiades and SPOT imagery</source>
      <translation>Rechercher, placer, estimer et ouvrir des images Pléiades et SPOT</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Sources: dinamis.data-terra.org (scheme, tariffs), the STAC and DIMAP V2 specifications. Free software under the GNU General Public License, version 2 or later.</source>
      <translation>Sources : dinamis.data-terra.org (dispositif, barèmes), les spécifications STAC et DIMAP V2. Logiciel libre sous licence publique générale GNU, version 2 ou ultérieure.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Tariffs come from public pages and slides, dated in each file; only DINAMIS's quote binds.</source>
      <translation>Les barèmes viennent de pages et de présentations publiques, datées dans chaque fichier ; seul le devis DINAMIS fait foi.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>The Pléiades catalogue has no known interface for machines: this plugin does not search it.</source>
      <translation>Le catalogue Pléiades n'a pas d'interface connue pour les machines : cette extension n'y recherche pas.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>Unexpected error ({}). The log panel, tab DINAMIS, holds the details.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>What was verified, and on what</source>
      <translation>Ce qui a été vérifié, et sur quoi</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/footprint_layer.py" />
      <location filename="../dinamis_qgis/core/words.py" />
      <source>date unknown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>mono</source>
      <translation>mono</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>multispectral (MS)</source>
      <translation>multispectral (MS)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>panchromatic (P)</source>
      <translation>panchromatique (P)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>stereo</source>
      <translation>stéréo</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>tri-stereo</source>
      <translation>tri-stéréo</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>under {}%</source>
      <translation>moins de {} %</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>unknown</source>
      <translation>inconnu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>unknown level</source>
      <translation>niveau inconnu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>unknown mission</source>
      <translation>mission inconnue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>unknown spectral mode</source>
      <translation>mode spectral inconnu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>unknown viewing mode</source>
      <translation>prise de vue inconnue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>{mission}, {date}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>{} (approximate)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>{} km²</source>
      <translation>{} km²</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>{}%</source>
      <translation>{} %</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>€{}</source>
      <translation>{} €</translation>
    </message>
  </context>
</TS>
