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
      <location filename="../dinamis_qgis/gui/metasearch.py" />
      <source>%n catalogue(s) added to MetaSearch: {}.</source>
      <translation>
        <numerusform>%n catalogue added to MetaSearch: {}.</numerusform>
        <numerusform>%n catalogues added to MetaSearch: {}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>%n catalogue(s) answered.</source>
      <translation>
        <numerusform>%n catalogue answered.</numerusform>
        <numerusform>%n catalogues answered.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n chosen image(s) of unknown cloud cover: ranked last.</source>
      <translation>
        <numerusform>%n chosen image of unknown cloud cover: ranked last.</numerusform>
        <numerusform>%n chosen images of unknown cloud cover: ranked last.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n chosen image(s) of unknown date: ranked last.</source>
      <translation>
        <numerusform>%n chosen image of unknown date: ranked last.</numerusform>
        <numerusform>%n chosen images of unknown date: ranked last.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n chosen image(s) of unknown incidence: kept.</source>
      <translation>
        <numerusform>%n chosen image of unknown incidence: kept.</numerusform>
        <numerusform>%n chosen images of unknown incidence: kept.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>%n collection(s)</source>
      <translation>
        <numerusform>%n collection</numerusform>
        <numerusform>%n collections</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>%n collection(s) of this row are not in its list: {}</source>
      <translation>
        <numerusform>%n collection of this row are not in its list: {}</numerusform>
        <numerusform>%n collections of this row are not in its list: {}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/order_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/measure_words.py" />
      <source>%n corner(s)</source>
      <translation>
        <numerusform>%n corner</numerusform>
        <numerusform>%n corners</numerusform>
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
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n day</numerusform>
        <numerusform>%n days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/start.py" />
      <source>%n download(s) added.</source>
      <translation>
        <numerusform>%n download added.</numerusform>
        <numerusform>%n downloads added.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <source>%n download(s) failed.</source>
      <translation>
        <numerusform>%n download failed.</numerusform>
        <numerusform>%n downloads failed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <source>%n download(s) finished.</source>
      <translation>
        <numerusform>%n download finished.</numerusform>
        <numerusform>%n downloads finished.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <source>%n download(s) of a former session go on.</source>
      <translation>
        <numerusform>%n download of a former session go on.</numerusform>
        <numerusform>%n downloads of a former session go on.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>%n file(s)</source>
      <translation>
        <numerusform>%n file</numerusform>
        <numerusform>%n files</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>%n file(s), {}</source>
      <translation>
        <numerusform>%n file, {}</numerusform>
        <numerusform>%n files, {}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/footprints/importer.py" />
      <source>%n footprint(s) imported: the catalogue “{}” is searched with the others.</source>
      <translation>
        <numerusform>%n footprint imported: the catalogue “{}” is searched with the others.</numerusform>
        <numerusform>%n footprints imported: the catalogue “{}” is searched with the others.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>%n footprint(s) in {}. Which column says what?</source>
      <translation>
        <numerusform>%n footprint in {}. Which column says what?</numerusform>
        <numerusform>%n footprints in {}. Which column says what?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>%n further criteria in use</source>
      <translation>
        <numerusform>%n further criteria in use</numerusform>
        <numerusform>%n further criteria in use</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <location filename="../dinamis_qgis/gui/search/results_none.py" />
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <location filename="../dinamis_qgis/gui/search/timeline_bars.py" />
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/requests/add_to_request.py" />
      <source>%n image(s) attached to “{}”.</source>
      <translation>
        <numerusform>%n image attached to “{}”.</numerusform>
        <numerusform>%n images attached to “{}”.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n image(s) cover the whole zone</source>
      <translation>
        <numerusform>%n image cover the whole zone</numerusform>
        <numerusform>%n images cover the whole zone</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n image(s) cover {share} of the zone; {area} are missing</source>
      <translation>
        <numerusform>%n image cover {share} of the zone; {area} are missing</numerusform>
        <numerusform>%n images cover {share} of the zone; {area} are missing</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>%n image(s) in the file</source>
      <translation>
        <numerusform>%n image in the file</numerusform>
        <numerusform>%n images in the file</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>%n image(s) indexed in {}.</source>
      <translation>
        <numerusform>%n image indexed in {}.</numerusform>
        <numerusform>%n images indexed in {}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>%n image(s) opened.</source>
      <translation>
        <numerusform>%n image opened.</numerusform>
        <numerusform>%n images opened.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n image(s) without footprint could not be considered.</source>
      <translation>
        <numerusform>%n image without footprint could not be considered.</numerusform>
        <numerusform>%n images without footprint could not be considered.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/streaming/desk.py" />
      <source>%n layer(s) wait for a sign-in to be displayed.</source>
      <translation>
        <numerusform>%n layer wait for a sign-in to be displayed.</numerusform>
        <numerusform>%n layers wait for a sign-in to be displayed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/streaming/desk.py" />
      <source>%n layer(s) wait for the network to be displayed.</source>
      <translation>
        <numerusform>%n layer wait for the network to be displayed.</numerusform>
        <numerusform>%n layers wait for the network to be displayed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/aoi/zone_menus.py" />
      <source>%n line(s), as a buffer</source>
      <translation>
        <numerusform>%n line, as a buffer</numerusform>
        <numerusform>%n lines, as a buffer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>%n link(s) deep</source>
      <translation>
        <numerusform>%n link deep</numerusform>
        <numerusform>%n links deep</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>%n link(s) to follow from its root; filtered and sorted here</source>
      <translation>
        <numerusform>%n link to follow from its root; filtered and sorted here</numerusform>
        <numerusform>%n links to follow from its root; filtered and sorted here</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/map_menu.py" />
      <source>%n more image(s) here</source>
      <translation>
        <numerusform>%n more image here</numerusform>
        <numerusform>%n more images here</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>%n new image(s) for “{name}” since {since}</source>
      <translation>
        <numerusform>%n new image for “{name}” since {since}</numerusform>
        <numerusform>%n new images for “{name}” since {since}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>%n new image(s) on your territory since {since}</source>
      <translation>
        <numerusform>%n new image on your territory since {since}</numerusform>
        <numerusform>%n new images on your territory since {since}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/transfers_model.py" />
      <source>%n other(s)</source>
      <translation>
        <numerusform>%n other</numerusform>
        <numerusform>%n others</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>%n other(s) cannot be read.</source>
      <translation>
        <numerusform>%n other cannot be read.</numerusform>
        <numerusform>%n others cannot be read.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/transfers_model.py" />
      <source>%n other(s) waiting</source>
      <translation>
        <numerusform>%n other waiting</numerusform>
        <numerusform>%n others waiting</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/order_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/measure_words.py" />
      <source>%n part(s)</source>
      <translation>
        <numerusform>%n part</numerusform>
        <numerusform>%n parts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/aoi/zone_menus.py" />
      <source>%n polygon(s)</source>
      <translation>
        <numerusform>%n polygon</numerusform>
        <numerusform>%n polygons</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>%n product(s) in the folder</source>
      <translation>
        <numerusform>%n product in the folder</numerusform>
        <numerusform>%n products in the folder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/quicklook_notices.py" />
      <source>%n quicklook(s) could not be shown.</source>
      <translation>
        <numerusform>%n quicklook could not be shown.</numerusform>
        <numerusform>%n quicklooks could not be shown.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/footprints/importer.py" />
      <source>%n row(s) left out: no surface that can be placed.</source>
      <translation>
        <numerusform>%n row left out: no surface that can be placed.</numerusform>
        <numerusform>%n rows left out: no surface that can be placed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>%n search(es) exported to {}.</source>
      <translation>
        <numerusform>%n search exported to {}.</numerusform>
        <numerusform>%n searches exported to {}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>%n search(es) imported.</source>
      <translation>
        <numerusform>%n search imported.</numerusform>
        <numerusform>%n searches imported.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>%n search(es) removed.</source>
      <translation>
        <numerusform>%n search removed.</numerusform>
        <numerusform>%n searches removed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/streaming/desk.py" />
      <source>%n streamed layer(s) cannot be displayed.</source>
      <translation>
        <numerusform>%n streamed layer cannot be displayed.</numerusform>
        <numerusform>%n streamed layers cannot be displayed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>%n tile(s) missing</source>
      <translation>
        <numerusform>%n tile missing</numerusform>
        <numerusform>%n tiles missing</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>%n yearly mosaic(s), listed in {} s</source>
      <translation>
        <numerusform>%n yearly mosaic, listed in {} s</numerusform>
        <numerusform>%n yearly mosaics, listed in {} s</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Add %n quicklook(s) to the project?</source>
      <translation>
        <numerusform>Add %n quicklook to the project?</numerusform>
        <numerusform>Add %n quicklooks to the project?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>Assemble %n image(s)</source>
      <translation>
        <numerusform>Assemble %n image</numerusform>
        <numerusform>Assemble %n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>Attach the %n image(s) ticked in the results</source>
      <translation>
        <numerusform>Attach the %n image ticked in the results</numerusform>
        <numerusform>Attach the %n images ticked in the results</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Delivery: %n product(s), {}</source>
      <translation>
        <numerusform>Delivery: %n product, {}</numerusform>
        <numerusform>Delivery: %n products, {}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/scene_opener.py" />
      <source>Download %n image(s), {}?</source>
      <translation>
        <numerusform>Download %n image, {}?</numerusform>
        <numerusform>Download %n images, {}?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/scene_opener.py" />
      <source>Download %n image(s)?</source>
      <translation>
        <numerusform>Download %n image?</numerusform>
        <numerusform>Download %n images?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/detail_folds.py" />
      <source>Files (%n)</source>
      <translation>
        <numerusform>Files (%n)</numerusform>
        <numerusform>Files (%n)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/detail_folds.py" />
      <source>Files (%n, {})</source>
      <translation>
        <numerusform>Files (%n, {})</numerusform>
        <numerusform>Files (%n, {})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/start.py" />
      <source>For %n image(s) the catalogue gives no file.</source>
      <translation>
        <numerusform>For %n image the catalogue gives no file.</numerusform>
        <numerusform>For %n images the catalogue gives no file.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Gives %n image(s) a page</source>
      <translation>
        <numerusform>Gives %n image a page</numerusform>
        <numerusform>Gives %n images a page</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>Images of several kinds: the values of %n of them were changed so that all look alike (METADATA says how).</source>
      <translation>
        <numerusform>Images of several kinds: the values of %n of them were changed so that all look alike (METADATA says how).</numerusform>
        <numerusform>Images of several kinds: the values of %n of them were changed so that all look alike (METADATA says how).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <source>Leave out what the ticked images cover (%n)</source>
      <translation>
        <numerusform>Leave out what the ticked images cover (%n)</numerusform>
        <numerusform>Leave out what the ticked images cover (%n)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>Mosaic of %n image(s)</source>
      <translation>
        <numerusform>Mosaic of %n image</numerusform>
        <numerusform>Mosaic of %n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Open %n product(s)</source>
      <translation>
        <numerusform>Open %n product</numerusform>
        <numerusform>Open %n products</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/overview_work.py" />
      <source>Overviews of %n image(s) built: views of the whole are quick now.</source>
      <translation>
        <numerusform>Overviews of %n image built: views of the whole are quick now.</numerusform>
        <numerusform>Overviews of %n images built: views of the whole are quick now.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Searching… %n image(s) received</source>
      <translation>
        <numerusform>Searching… %n image received</numerusform>
        <numerusform>Searching… %n images received</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/metasearch.py" />
      <source>The catalogues of Data Terra's poles are all in MetaSearch already (%n).</source>
      <translation>
        <numerusform>The catalogues of Data Terra's poles are all in MetaSearch already (%n).</numerusform>
        <numerusform>The catalogues of Data Terra's poles are all in MetaSearch already (%n).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/keep.py" />
      <source>The project is saved; %n layer(s) of search results in it are temporary.</source>
      <translation>
        <numerusform>The project is saved; %n layer of search results in it are temporary.</numerusform>
        <numerusform>The project is saved; %n layers of search results in it are temporary.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>The zone is counted once: the request asks for %n date(s).</source>
      <translation>
        <numerusform>The zone is counted once: the request asks for %n date.</numerusform>
        <numerusform>The zone is counted once: the request asks for %n dates.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>clouds over the zone by the masks of %n image(s) on disk, of whole images for the others</source>
      <translation>
        <numerusform>clouds over the zone by the masks of %n image on disk, of whole images for the others</numerusform>
        <numerusform>clouds over the zone by the masks of %n images on disk, of whole images for the others</numerusform>
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
