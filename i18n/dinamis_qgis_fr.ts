<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>DINAMIS</name>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>%n block(s) of {} credits</source>
      <translation>
        <numerusform>%n tranche de {} crédits</numerusform>
        <numerusform>%n tranches de {} crédits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>%n credit(s)</source>
      <translation>
        <numerusform>%n crédit</numerusform>
        <numerusform>%n crédits</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>A file of {host} exceeds {limit} MB and was not loaded: open it in a browser or a file manager.</source>
      <translation>Un fichier de {host} dépasse {limit} Mo et n'a pas été chargé : ouvrez-le dans un navigateur ou un explorateur de fichiers.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>A smallest order: none is counted here.</source>
      <translation>Une commande minimale : aucune n'est comptée ici.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>A tasking request asks for new images: leave “{}” empty, or choose an archive order.</source>
      <translation type="unfinished" />
    </message>
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
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Acquired</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Already covered (km²)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Already taken from the quota (km², or credits for SPOT)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Another territory…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Approximate placement: the exact footprint is not given.</source>
      <translation>Placement approximatif : l'emprise exacte n'est pas fournie.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Archive</source>
      <translation>Archive</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Area of the zone (WGS 84 ellipsoid)</source>
      <translation>Surface de la zone (ellipsoïde WGS 84)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Area of the zone (km²)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Area: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Bands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Beyond the quota</source>
      <translation>Au-delà du quota</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Beyond the quota (km²)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>Cancelled.</source>
      <translation>Annulé.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Category of user</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Cloud cover</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Co-funding</source>
      <translation>Cofinancement</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Covered by the given images, not ordered</source>
      <translation>Couvert par les images données, non commandé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Credits (1 credit = {area}; a scene is {width} km wide: a zone across several scenes takes more)</source>
      <translation>Crédits (1 crédit = {area} ; une scène fait {width} km de large : une zone à cheval sur plusieurs scènes en demande plus)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Credits (at least)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Credits beyond the free ones</source>
      <translation>Crédits au-delà des gratuits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>DINAMIS for QGIS, version {}</source>
      <translation>DINAMIS pour QGIS, version {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>DINAMIS needs the Python package {wanted}: in the OSGeo4W shell or a terminal, run “python3 -m pip install --user --upgrade {package}”, then restart QGIS.</source>
      <translation>DINAMIS a besoin du paquet Python {wanted} : dans l'OSGeo4W Shell ou un terminal, lancez « python3 -m pip install --user --upgrade {package} », puis redémarrez QGIS.</translation>
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
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Demonstration data: these outlines are invented, and your own territory stays as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Draw a new zone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Draw a zone on the map: click each corner, then right click or Enter. Shift and drag: rectangle. Backspace: undo. Esc: give up. A drawn zone in use is edited.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Draw the zone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/controller.py" />
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Drawn zone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/controller.py" />
      <source>Drawn zone: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Estimate the quota and cost of a request</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Estimated cost (EUR)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Estimated cost (cheapest blocks)</source>
      <translation>Coût estimé (tranches les moins chères)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Estimated cost (no block to buy)</source>
      <translation>Coût estimé (aucune tranche à acheter)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Estimated cost ({area} × {rate})</source>
      <translation>Coût estimé ({area} × {rate})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Estimates what a request to DINAMIS for Pléiades or SPOT 6-7 images of a zone draws from the free quota, and what is beyond it costs. Tariffs are dated: the explanation gives the source of each figure and the other readings where the source is ambiguous. It is an estimate: only DINAMIS's quote binds.

Areas are measured on the WGS 84 ellipsoid, overlaps once. Images already had or free are left out of an archive order; a tasking request takes none. What was already taken from the quota (km², or credits for SPOT) makes the quota read as cumulative; at 0 it is read per request. SPOT credits are a least number: scenes are 60 km wide. A foreign scientist's request is examined: no cost is given.

The output holds what would be ordered, in WGS 84 (EPSG:4326), as the request form asks for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Explanation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Fetches the quicklook of each scene of a footprint layer and writes it as a GeoTIFF named after the scene, transparent outside the picture.

Each picture is placed by evidence: its projection metadata, read again from the catalogue; else its empty corners, compared with the footprint; else the footprint's corners when the picture fills its frame and has the same proportions. Without evidence it is placed by the footprint's bounding box, and a warning says that it is approximate. Files are in the picture's own projection when it has one, else in the local UTM zone.

A scene whose quicklook cannot be had or placed is counted in FAILED, and the others go on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>File…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Folder for the quicklooks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/footprint_layer.py" />
      <source>Footprints of satellite images found by a search in the DINAMIS panel; dates are UTC.</source>
      <translation>Emprises d'images satellitaires trouvées par une recherche dans le panneau DINAMIS ; dates en UTC.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Footprints of the scenes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/search_layers.py" />
      <source>Footprints · {}</source>
      <translation>Emprises · {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Foreign scientist</source>
      <translation>Scientifique étranger</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Free quota (km²)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Free quota ({who}): {free} less {used} already taken</source>
      <translation>Quota de gratuité ({who}) : {free} moins {used} déjà pris</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Free quota per request ({})</source>
      <translation>Quota de gratuité par demande ({})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Georeference quicklooks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>How areas and amounts are rounded: here to 1 m² and to the cent.</source>
      <translation>L'arrondi des surfaces et des montants : ici à 1 m² et au centime.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>If the price applies only to what is beyond the quota ({area} × {rate})</source>
      <translation>Si le tarif ne s'applique qu'à ce qui dépasse le quota ({area} × {rate})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>If the price applies to the whole order once the quota is passed ({area} × {rate})</source>
      <translation>Si le tarif s'applique à toute la commande dès que le quota est dépassé ({area} × {rate})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>If the quota is per request ({})</source>
      <translation>Si le quota est par demande ({})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>If the quota is yearly and not per request, what was already taken counts: give it under “Already taken”</source>
      <translation>Si le quota est annuel et non par demande, ce qui est déjà pris compte : indiquez-le dans « Déjà pris »</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>If the quota is yearly and not per request, with {used} already taken ({left} left)</source>
      <translation>Si le quota est annuel et non par demande, avec {used} déjà pris (reste {left})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>If the table sets one price a category, not one an acquisition ({})</source>
      <translation>Si le tableau donne un tarif par catégorie, et non par type d'image ({})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Image</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Images already had or free (archive only)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Incidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Institutional price</source>
      <translation>Tarification institutionnelle</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/banner.py" />
      <source>Leave the demonstration and ask the real catalogues again</source>
      <translation>Quitter la démonstration et interroger de nouveau les vrais catalogues</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Level</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/controller.py" />
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Map extent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Missing tiles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Mission</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>Mosaic</source>
      <translation>Mosaïque</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Municipality, EPCI, département…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>My images</source>
      <translation>Mes images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/my_territory.py" />
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>My territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>My territory: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>My territory…</source>
      <translation>Mon territoire…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>No catalogue is called “{name}”: give the id of a configured one, the address of a STAC API, or the path of a STAC file.</source>
      <translation>Aucun catalogue ne répond au nom « {name} » : donnez l'identifiant d'un catalogue configuré, l'adresse d'une API STAC, ou le chemin d'un fichier STAC.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>No feature is selected in the layer: select those that make your zone.</source>
      <translation>Aucune entité n'est sélectionnée dans la couche : sélectionnez celles qui font votre zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>No live service was reached while this version was made: neither a catalogue nor a site of DINAMIS.</source>
      <translation>Aucun service en ligne n'a été atteint pendant la réalisation de cette version : ni catalogue, ni site de DINAMIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>No product was found in {file}: choose the folder or the zip of a delivery, its DIM_….XML file, or an image.</source>
      <translation>Aucun produit dans {file} : choisissez le dossier ou le zip d'une livraison, son fichier DIM_….XML, ou une image.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>No tariff can be read: reinstall the plugin.</source>
      <translation>Aucun barème ne peut être lu : réinstallez l'extension.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>No zone yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Not said by the tariff:</source>
      <translation>Ce que le barème ne dit pas :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>Nothing can be written to {file} ({reason}): choose another folder, or make room.</source>
      <translation>Rien ne peut être écrit dans {file} ({reason}) : choisissez un autre dossier, ou faites de la place.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Number of failures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Number of quicklooks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Off-nadir angle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>On examination by {}: no figure</source>
      <translation>Sur examen par {}, sans chiffre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Only DINAMIS's quote binds.</source>
      <translation>Seul le devis DINAMIS fait foi.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>Ortho</source>
      <translation>Ortho</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Other readings of the tariff:</source>
      <translation>Autres lectures du barème :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Outline of my territory</source>
      <translation type="unfinished" />
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
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Price</source>
      <translation>Tarif</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>Primary</source>
      <translation>Primary</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Private entity</source>
      <translation>Entité privée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Producer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Product</source>
      <translation type="unfinished" />
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
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Public body</source>
      <translation>Acteur public</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklook_layers.py" />
      <source>Quicklook of {}</source>
      <translation>Aperçu : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/layer_groups.py" />
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Quicklooks</source>
      <translation>Aperçus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/banner.py" />
      <source>Quit</source>
      <translation>Quitter</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Radiometry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Raster of another maker: neither its date nor its credit is known.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>Request</source>
      <translation>Demander</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Requests</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Resolution</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Scientific body</source>
      <translation>Acteur scientifique</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
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
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Selected features</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/controller.py" />
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Selected features ({})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Selection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Sensor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Sources: dinamis.data-terra.org (scheme, tariffs), the STAC and DIMAP V2 specifications. Free software under the GNU General Public License, version 2 or later.</source>
      <translation>Sources : dinamis.data-terra.org (dispositif, barèmes), les spécifications STAC et DIMAP V2. Logiciel libre sous licence publique générale GNU, version 2 ou ultérieure.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Spectral mode</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Take the outline from a file, from the selection of the active layer, or from the drawn zone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Tariff</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Tariff (empty: the one in force)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Tariff of {month_with_vowel}</source>
      <translation>Barème d'{month_with_vowel}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Tariff of {}</source>
      <translation>Barème de {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Tariff {} has no such sensor: choose another one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Tariffs come from public pages and slides, dated in each file; only DINAMIS's quote binds.</source>
      <translation>Les barèmes viennent de pages et de présentations publiques, datées dans chaque fichier ; seul le devis DINAMIS fait foi.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Tasking</source>
      <translation>Programmation</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/my_territory.py" />
      <source>Territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Territory sought</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>The Pléiades catalogue has no known interface for machines: this plugin does not search it.</source>
      <translation>Le catalogue Pléiades n'a pas d'interface connue pour les machines : cette extension n'y recherche pas.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The catalogue file {file} is not used ({reason}): correct it, or choose another one.</source>
      <translation>Le fichier de catalogue {file} n'est pas utilisé ({reason}) : corrigez-le, ou choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The certificate of {host} is refused ({reason}): if your organisation's network uses its own certificate authority, add it in Settings › Options › Authentication.</source>
      <translation>Le certificat de {host} est refusé ({reason}) : si le réseau de votre organisme a sa propre autorité de certification, ajoutez-la dans Préférences › Options › Authentification.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The description of the product {file} is broken or incomplete ({reason}): nothing was opened; ask for the product again, or open its image file directly.</source>
      <translation>La description du produit {file} est abîmée ou incomplète ({reason}) : rien n'a été ouvert ; redemandez le produit, ou ouvrez directement son fichier image.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The layer has no coordinate reference system: set it in the properties of the layer.</source>
      <translation>La couche n'a pas de SCR : définissez-le dans les propriétés de la couche.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/controller.py" />
      <source>The outline crosses itself or is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The outline of the zone crosses itself: move the vertices that cross, or repair the layer with the algorithm “Fix geometries”.</source>
      <translation>Le contour de la zone se croise : déplacez les sommets en cause, ou réparez la couche avec le traitement « Réparer les géométries ».</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>The price of stereo and tri-stereo: a single image is counted here.</source>
      <translation>Le tarif de la stéréo et de la tri-stéréo : une seule image est comptée ici.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>The product says</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The proxy asks for authentication: Settings › Options › Network.</source>
      <translation>Le proxy demande une authentification : Préférences › Options › Réseau.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The quicklook is not a picture that can be placed: use the footprint, or open the image itself.</source>
      <translation>L'aperçu n'est pas une image que l'on puisse placer : servez-vous de l'emprise, ou ouvrez l'image elle-même.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The tariff file {file} is left out: {key} is wrong. Correct it, or remove the file; the log panel says more.</source>
      <translation>Le barème {file} est écarté : {key} est incorrect. Corrigez-le ou retirez le fichier ; le journal en dit plus.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The zone cannot be used: choose or draw another one.</source>
      <translation>La zone est inutilisable : choisissez-en ou dessinez-en une autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The zone is empty: draw a polygon, or choose another zone.</source>
      <translation>La zone est vide : dessinez un polygone, ou choisissez une autre zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The zone is not a polygon: draw one, or choose a polygon layer.</source>
      <translation>La zone n'est pas un polygone : dessinez-en un, ou choisissez une couche de polygones.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The zone lies outside the domain of its coordinate reference system: check the CRS of the layer or of the project, or reduce the zone.</source>
      <translation>La zone sort du domaine de son SCR : vérifiez le SCR de la couche ou du projet, ou réduisez la zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>There is no polygon layer to take the zone from: add one, or draw the zone.</source>
      <translation>Aucune couche de polygones ne peut fournir la zone : ajoutez-en une, ou dessinez la zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>There is no tariff {}: leave the field empty for the one in force.</source>
      <translation>Il n'y a pas de barème {} : laissez le champ vide pour celui en vigueur.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>This layer has no field “scene_id”: give a footprint layer made by a DINAMIS search.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>To order</source>
      <translation>À commander</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>To order (km²)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>Unexpected error ({}). The log panel, tab DINAMIS, holds the details.</source>
      <translation>Erreur inattendue ({}). Le panneau Messages de log, onglet DINAMIS, en donne le détail.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Vector files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>What was verified, and on what</source>
      <translation>Ce qui a été vérifié, et sur quoi</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Where</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Whether credits and blocks differ by category: the source gives them once, for institutional users.</source>
      <translation>Si crédits et tranches dépendent de la catégorie : la source les donne une seule fois, pour les institutionnels.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Whether prices include VAT.</source>
      <translation>Si les tarifs sont hors taxes ou toutes taxes comprises.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Within the quota</source>
      <translation>Dans le quota</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Zone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/controller.py" />
      <source>Zone being drawn: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>at least {}</source>
      <translation>au moins {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/footprint_layer.py" />
      <location filename="../dinamis_qgis/core/words.py" />
      <source>date unknown</source>
      <translation>date inconnue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>its content</source>
      <translation>son contenu</translation>
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
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>none chosen yet</source>
      <translation type="unfinished" />
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
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>undated</source>
      <translation>sans date</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>under {}%</source>
      <translation>moins de {} %</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <location filename="../dinamis_qgis/core/product_texts.py" />
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
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{examiner} for {sensor}</source>
      <translation>{examiner} pour {sensor}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} cannot be read: check that the file is there, complete and yours to open ({reason}).</source>
      <translation>{file} est illisible : vérifiez que le fichier existe, qu'il est complet et que vous y avez accès ({reason}).</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} comes from another satellite ({mission}): open its image file directly.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} comes without the panchromatic image to pansharpen with: open it without pansharpening.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} holds several products: give the DIM_….XML file of the one that you want.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} is a Primary product (sensor geometry): this version opens Ortho products only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} is a tar archive: unpack it first, then open its folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} is in the older DIMAP V1 format: this version opens DIMAP V2 products only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} lacks the bands of this composition: choose another one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} was written by a newer version of DINAMIS and is left as it is: update the plugin.</source>
      <translation>{file} vient d'une version plus récente de DINAMIS et reste tel quel : mettez l'extension à jour.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} answered with a web page instead of data: open its address in a browser (your network may ask you to sign in), or check the address of the catalogue.</source>
      <translation>{host} a répondu par une page web au lieu de données : ouvrez son adresse dans un navigateur (votre réseau demande peut-être de s'identifier), ou vérifiez l'adresse du catalogue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} asks for an account or a key, or does not recognise yours: check your access.</source>
      <translation>{host} demande un compte ou une clé, ou ne reconnaît pas les vôtres : vérifiez votre accès.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} cannot be reached: check the network connection, or Settings › Options › Network if your organisation uses a proxy.</source>
      <translation>{host} est injoignable : vérifiez la connexion au réseau, ou Préférences › Options › Réseau si votre organisme utilise un proxy.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} denies access: your account, or your network, may not open this; ask the operator of the catalogue.</source>
      <translation>{host} refuse l'accès : votre compte, ou votre réseau, n'y a pas droit ; adressez-vous au gestionnaire du catalogue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} did not answer in time: try again later, or with a smaller zone.</source>
      <translation>{host} n'a pas répondu à temps (délai dépassé) : réessayez plus tard, ou avec une zone plus petite.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} does not have what was asked (any more): check the address of the catalogue.</source>
      <translation>{host} n'a pas, ou plus, ce qui est demandé : vérifiez l'adresse du catalogue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} is out of order (HTTP {status}): try again later.</source>
      <translation>{host} est en panne (HTTP {status}) : réessayez plus tard.</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} receives too many requests: try again in %n minute(s).</source>
      <translation>
        <numerusform>{host} reçoit trop de requêtes : réessayez dans %n minute.</numerusform>
        <numerusform>{host} reçoit trop de requêtes : réessayez dans %n minutes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} receives too many requests: try again in %n second(s).</source>
      <translation>
        <numerusform>{host} reçoit trop de requêtes : réessayez dans %n seconde.</numerusform>
        <numerusform>{host} reçoit trop de requêtes : réessayez dans %n secondes.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} receives too many requests: try again in some minutes.</source>
      <translation>{host} reçoit trop de requêtes : réessayez dans quelques minutes.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} refuses the request ({said}): change the criteria, or try again later.</source>
      <translation>{host} refuse la requête ({said}) : changez les critères, ou réessayez plus tard.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} sends elsewhere without end, or to something that is not a web address: check the address of the catalogue.</source>
      <translation>{host} renvoie ailleurs sans fin, ou vers autre chose qu'une adresse web : vérifiez l'adresse du catalogue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} sends the same page of results again and again: the list stops there; narrow the search to see the rest.</source>
      <translation>{host} renvoie sans fin la même page de résultats : la liste s'arrête là ; restreignez la recherche pour voir la suite.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} sent an answer that cannot be read: try again later; if it happens again, check the address of the catalogue.</source>
      <translation>{host} a envoyé une réponse illisible : réessayez plus tard ; si cela se reproduit, vérifiez l'adresse du catalogue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{kind} beyond the quota, {acquisition}</source>
      <translation>{kind} au-delà du quota, {acquisition}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>{label}: {value}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>{mission}, {date}</source>
      <translation>{mission}, {date}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{wanted} (found: {found})</source>
      <translation>{wanted} (version trouvée : {found})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>{} (approximate)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{} credits</source>
      <translation>{} crédits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>{} km²</source>
      <translation>{} km²</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>{} m</source>
      <translation>{} m</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>{}%</source>
      <translation>{} %</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{}. {}</source>
      <translation>{}. {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{}/km²</source>
      <translation>{}/km²</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{}: to be checked, it changes every %n month(s). {}</source>
      <translation>
        <numerusform>{} : à vérifier, il change chaque mois. {}</numerusform>
        <numerusform>{} : à vérifier, il change tous les %n mois. {}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{}: to be checked, it changes every quarter. {}</source>
      <translation>{} : à vérifier, il change chaque trimestre. {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{}: {}</source>
      <translation>{} : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>{}°</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>€{}</source>
      <translation>{} €</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>−{}</source>
      <translation>−{}</translation>
    </message>
  </context>
</TS>
