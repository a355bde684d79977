<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>DINAMIS</name>
    <message>
      <location filename="../dinamis_qgis/gui/quota/details.py" />
      <source> credits</source>
      <translation> crédits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/details.py" />
      <source> km²</source>
      <translation> km²</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>%n block(s) of {} credits</source>
      <translation>
        <numerusform>%n tranche de {} crédits</numerusform>
        <numerusform>%n tranches de {} crédits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/metasearch.py" />
      <source>%n catalogue(s) added to MetaSearch: {}.</source>
      <translation>
        <numerusform>%n catalogue ajouté à MetaSearch : {}.</numerusform>
        <numerusform>%n catalogues ajoutés à MetaSearch : {}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>%n catalogue(s) answered.</source>
      <translation>
        <numerusform>%n catalogue a répondu.</numerusform>
        <numerusform>%n catalogues ont répondu.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n chosen image(s) of unknown cloud cover: ranked last.</source>
      <translation>
        <numerusform>%n image retenue de couverture nuageuse inconnue : classée en dernier.</numerusform>
        <numerusform>%n images retenues de couverture nuageuse inconnue : classées en dernier.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n chosen image(s) of unknown date: ranked last.</source>
      <translation>
        <numerusform>%n image retenue de date inconnue : classée en dernier.</numerusform>
        <numerusform>%n images retenues de date inconnue : classées en dernier.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n chosen image(s) of unknown incidence: kept.</source>
      <translation>
        <numerusform>%n image retenue d'incidence inconnue.</numerusform>
        <numerusform>%n images retenues d'incidence inconnue.</numerusform>
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
        <numerusform>%n collection de cette ligne n'est pas dans sa liste : {}</numerusform>
        <numerusform>%n collections de cette ligne ne sont pas dans sa liste : {}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/order_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/measure_words.py" />
      <source>%n corner(s)</source>
      <translation>
        <numerusform>%n sommet</numerusform>
        <numerusform>%n sommets</numerusform>
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
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n jour</numerusform>
        <numerusform>%n jours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/start.py" />
      <source>%n download(s) added.</source>
      <translation>
        <numerusform>%n téléchargement ajouté.</numerusform>
        <numerusform>%n téléchargements ajoutés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <source>%n download(s) failed.</source>
      <translation>
        <numerusform>%n téléchargement a échoué.</numerusform>
        <numerusform>%n téléchargements ont échoué.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <source>%n download(s) finished.</source>
      <translation>
        <numerusform>%n téléchargement terminé.</numerusform>
        <numerusform>%n téléchargements terminés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <source>%n download(s) of a former session go on.</source>
      <translation>
        <numerusform>%n téléchargement d'une session précédente reprend.</numerusform>
        <numerusform>%n téléchargements d'une session précédente reprennent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>%n file(s)</source>
      <translation>
        <numerusform>%n fichier</numerusform>
        <numerusform>%n fichiers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>%n file(s), {}</source>
      <translation>
        <numerusform>%n fichier, {}</numerusform>
        <numerusform>%n fichiers, {}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/footprints/importer.py" />
      <source>%n footprint(s) imported: the catalogue “{}” is searched with the others.</source>
      <translation>
        <numerusform>%n emprise importée : le catalogue « {} » est interrogé avec les autres.</numerusform>
        <numerusform>%n emprises importées : le catalogue « {} » est interrogé avec les autres.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>%n footprint(s) in {}. Which column says what?</source>
      <translation>
        <numerusform>%n emprise dans {}. Quelle colonne dit quoi ?</numerusform>
        <numerusform>%n emprises dans {}. Quelle colonne dit quoi ?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>%n further criteria in use</source>
      <translation>
        <numerusform>%n autre critère utilisé</numerusform>
        <numerusform>%n autres critères utilisés</numerusform>
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
        <numerusform>%n image jointe à « {} ».</numerusform>
        <numerusform>%n images jointes à « {} ».</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n image(s) cover the whole zone</source>
      <translation>
        <numerusform>%n image couvre toute la zone</numerusform>
        <numerusform>%n images couvrent toute la zone</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n image(s) cover {share} of the zone; {area} are missing</source>
      <translation>
        <numerusform>%n image couvre {share} de la zone ; il manque {area}</numerusform>
        <numerusform>%n images couvrent {share} de la zone ; il manque {area}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>%n image(s) in the file</source>
      <translation>
        <numerusform>%n image dans le fichier</numerusform>
        <numerusform>%n images dans le fichier</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>%n image(s) indexed in {}.</source>
      <translation>
        <numerusform>%n image indexée dans {}.</numerusform>
        <numerusform>%n images indexées dans {}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>%n image(s) opened.</source>
      <translation>
        <numerusform>%n image ouverte.</numerusform>
        <numerusform>%n images ouvertes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>%n image(s) without footprint could not be considered.</source>
      <translation>
        <numerusform>%n image sans emprise n'a pas pu être prise en compte.</numerusform>
        <numerusform>%n images sans emprise n'ont pas pu être prises en compte.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/streaming/desk.py" />
      <source>%n layer(s) wait for a sign-in to be displayed.</source>
      <translation>
        <numerusform>%n couche attend une connexion pour s'afficher.</numerusform>
        <numerusform>%n couches attendent une connexion pour s'afficher.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/streaming/desk.py" />
      <source>%n layer(s) wait for the network to be displayed.</source>
      <translation>
        <numerusform>%n couche attend le réseau pour s'afficher.</numerusform>
        <numerusform>%n couches attendent le réseau pour s'afficher.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/aoi/zone_menus.py" />
      <source>%n line(s), as a buffer</source>
      <translation>
        <numerusform>%n ligne, en tampon</numerusform>
        <numerusform>%n lignes, en tampon</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>%n link(s) deep</source>
      <translation>
        <numerusform>%n lien de profondeur</numerusform>
        <numerusform>%n liens de profondeur</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>%n link(s) to follow from its root; filtered and sorted here</source>
      <translation>
        <numerusform>%n lien à suivre depuis sa racine ; filtrage et tri se font ici</numerusform>
        <numerusform>%n liens à suivre depuis sa racine ; filtrage et tri se font ici</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/map_menu.py" />
      <source>%n more image(s) here</source>
      <translation>
        <numerusform>%n autre image ici</numerusform>
        <numerusform>%n autres images ici</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>%n new image(s) for “{name}” since {since}</source>
      <translation>
        <numerusform>%n nouvelle image pour « {name} » depuis le {since}</numerusform>
        <numerusform>%n nouvelles images pour « {name} » depuis le {since}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>%n new image(s) on your territory since {since}</source>
      <translation>
        <numerusform>%n nouvelle image sur votre territoire depuis le {since}</numerusform>
        <numerusform>%n nouvelles images sur votre territoire depuis le {since}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/transfers_model.py" />
      <source>%n other(s)</source>
      <translation>
        <numerusform>%n autre</numerusform>
        <numerusform>%n autres</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>%n other(s) cannot be read.</source>
      <translation>
        <numerusform>%n autre ne peut pas être lue.</numerusform>
        <numerusform>%n autres ne peuvent pas être lues.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/transfers_model.py" />
      <source>%n other(s) waiting</source>
      <translation>
        <numerusform>%n autre en attente</numerusform>
        <numerusform>%n autres en attente</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/order_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/measure_words.py" />
      <source>%n part(s)</source>
      <translation>
        <numerusform>%n partie</numerusform>
        <numerusform>%n parties</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/aoi/zone_menus.py" />
      <source>%n polygon(s)</source>
      <translation>
        <numerusform>%n polygone</numerusform>
        <numerusform>%n polygones</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>%n product(s) in the folder</source>
      <translation>
        <numerusform>%n produit dans le dossier</numerusform>
        <numerusform>%n produits dans le dossier</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/quicklook_notices.py" />
      <source>%n quicklook(s) could not be shown.</source>
      <translation>
        <numerusform>%n aperçu n'a pas pu être affiché.</numerusform>
        <numerusform>%n aperçus n'ont pas pu être affichés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/footprints/importer.py" />
      <source>%n row(s) left out: no surface that can be placed.</source>
      <translation>
        <numerusform>%n ligne laissée de côté : sans surface qui puisse être placée.</numerusform>
        <numerusform>%n lignes laissées de côté : sans surface qui puisse être placée.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>%n search(es) exported to {}.</source>
      <translation>
        <numerusform>%n recherche exportée dans {}.</numerusform>
        <numerusform>%n recherches exportées dans {}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>%n search(es) imported.</source>
      <translation>
        <numerusform>%n recherche importée.</numerusform>
        <numerusform>%n recherches importées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>%n search(es) removed.</source>
      <translation>
        <numerusform>%n recherche retirée.</numerusform>
        <numerusform>%n recherches retirées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/streaming/desk.py" />
      <source>%n streamed layer(s) cannot be displayed.</source>
      <translation>
        <numerusform>%n couche en flux ne peut pas s'afficher.</numerusform>
        <numerusform>%n couches en flux ne peuvent pas s'afficher.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>%n tile(s) missing</source>
      <translation>
        <numerusform>%n dalle manque</numerusform>
        <numerusform>%n dalles manquent</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>%n yearly mosaic(s), listed in {} s</source>
      <translation>
        <numerusform>%n mosaïque annuelle, liste reçue en {} s</numerusform>
        <numerusform>%n mosaïques annuelles, liste reçue en {} s</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/rows.py" />
      <source>(disk absent) {}</source>
      <translation>(disque absent) {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/period_box.py" />
      <source>1 December – 31 March</source>
      <translation>1er décembre – 31 mars</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/period_box.py" />
      <source>1 June – 30 September</source>
      <translation>1er juin – 30 septembre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>8 bits</source>
      <translation>8 bits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>A PostgreSQL connection of QGIS's browser; its password stays there</source>
      <translation>Une connexion PostgreSQL de l'explorateur de QGIS ; son mot de passe y reste</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>A file of {host} exceeds {limit} MB and was not loaded: open it in a browser or a file manager.</source>
      <translation>Un fichier de {host} dépasse {limit} Mo et n'a pas été chargé : ouvrez-le dans un navigateur ou un explorateur de fichiers.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>A key lasts until it is revoked; a session ends after some days at the most.</source>
      <translation>Une clé dure jusqu'à sa révocation ; une session se termine au bout de quelques jours au plus.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <source>A new image, taken for you</source>
      <translation>Une nouvelle image, acquise pour vous</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/image_sheet.py" />
      <source>A page ready to print: the map, the image's facts, scale, north and the credits</source>
      <translation>Une page prête à imprimer : la carte, les caractéristiques de l'image, l'échelle, le nord et les mentions</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/totals_dialog.py" />
      <source>A request counts in the year in which it was sent.</source>
      <translation>Une demande compte dans l'année où elle a été envoyée.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>A search on what the map shows is another one each time: draw a zone, or use your territory.</source>
      <translation>Une recherche sur ce que montre la carte change à chaque fois : dessinez une zone, ou prenez votre territoire.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>A shipped catalogue keeps its id: duplicate it to have another.</source>
      <translation>Un catalogue fourni garde son identifiant : dupliquez-le pour en avoir un autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>A smallest order: none is counted here.</source>
      <translation>Une commande minimale : aucune n'est comptée ici.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>A tasking request asks for new images: leave “{}” empty, or choose an archive order.</source>
      <translation>Une programmation demande de nouvelles images : laissez « {} » vide, ou choisissez une commande d'archive.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>A text of the request is too long ({field}): keep it under {value} characters.</source>
      <translation>Un texte de la demande est trop long ({field}) : restez sous {value} caractères.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/key_dialog.py" />
      <source>API key</source>
      <translation>Clé d'API</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>API key, for all that it is asked</source>
      <translation>clé d'API, pour tout ce qui lui est demandé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>API key, for its files</source>
      <translation>clé d'API, pour ses fichiers</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/menu_entries.py" />
      <source>About</source>
      <translation>À propos</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>About DINAMIS</source>
      <translation>À propos de DINAMIS</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_states.py" />
      <source>Accepted</source>
      <translation>Acceptée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/access_dialog.py" />
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <location filename="../dinamis_qgis/gui/welcome/doors.py" />
      <source>Access</source>
      <translation>Accès</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/key_dialog.py" />
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>Access key</source>
      <translation>Clé d'accès</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Access, licence and dialect</source>
      <translation>Accès, licence et dialecte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Account</source>
      <translation>Compte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <source>Accounts</source>
      <translation>Comptes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <source>Accounts and catalogues</source>
      <translation>Comptes et catalogues</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/remedies.py" />
      <location filename="../dinamis_qgis/gui/dock.py" />
      <location filename="../dinamis_qgis/gui/search/access_dialog.py" />
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <location filename="../dinamis_qgis/gui/search/login_note.py" />
      <location filename="../dinamis_qgis/gui/welcome/doors.py" />
      <source>Accounts and catalogues…</source>
      <translation>Comptes et catalogues…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Accounts, keys and signed addresses were tested against local servers made from open source programs and public specifications; no account was at hand.</source>
      <translation>Comptes, clés et adresses signées ont été essayés avec des serveurs locaux faits d'après des programmes libres et des spécifications publiques ; aucun compte n'était disponible.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/core/request_states.py" />
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <source>Acquired</source>
      <translation>Acquise le</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Acquisition mode (mono, stereo, tristereo)</source>
      <translation>Prise de vue (mono, stereo, tristereo)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Add</source>
      <translation>Ajouter</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Add %n quicklook(s) to the project?</source>
      <translation>
        <numerusform>Ajouter %n aperçu au projet ?</numerusform>
        <numerusform>Ajouter %n aperçus au projet ?</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Add a catalogue, test it, sign in: QGIS's options open there</source>
      <translation>Ajouter un catalogue, le tester, se connecter : ouvre les options de QGIS à cette page</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/remedies.py" />
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <location filename="../dinamis_qgis/gui/welcome/doors.py" />
      <source>Add the key…</source>
      <translation>Ajouter la clé…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Add the quicklook</source>
      <translation>Ajouter l'aperçu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>Add this mosaic to the map, in the group DINAMIS</source>
      <translation>Ajouter cette mosaïque à la carte, dans le groupe DINAMIS</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/add_to_request.py" />
      <source>Add to a request</source>
      <translation>Ajouter à une demande</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Add to my library (nothing is moved)</source>
      <translation>Ajouter à ma bibliothèque (rien n'est déplacé)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>Added by you: nothing is known of it but its tests.</source>
      <translation>Ajouté par vous : seuls ses tests disent ce qu'il en est.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <source>Added to its heights, from the geoid to the ellipsoid (m); in metropolitan France 43 to 55:</source>
      <translation>À ajouter à ses altitudes, du géoïde à l'ellipsoïde (m) ; en France métropolitaine 43 à 55 :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>Address (https)</source>
      <translation>Adresse (https)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/contacts.py" />
      <source>Addresses as of {}, not opened by this plugin's makers.</source>
      <translation>Adresses au {}, non ouvertes par les auteurs de l'extension.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>Adds the tables of the register where there are none; nothing else is changed</source>
      <translation>Ajoute les tables du registre là où elles manquent ; rien d'autre n'est modifié</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>After…</source>
      <translation>Après le…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Aim</source>
      <translation>Objectif</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>All</source>
      <translation>Toutes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>All dates</source>
      <translation>Toutes les dates</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>All files (*)</source>
      <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/outline_checks.py" />
      <source>All in one outline (+{})</source>
      <translation>Tout dans un seul contour (+{})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>All missions</source>
      <translation>Toutes les missions</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>All months</source>
      <translation>Tous</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail_folds.py" />
      <source>All properties</source>
      <translation>Toutes les propriétés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Already covered (km²)</source>
      <translation>Déjà couvert (km²)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/details.py" />
      <source>Already taken</source>
      <translation>Déjà pris</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Already taken from the quota (km², or credits for SPOT)</source>
      <translation>Déjà pris sur le quota (km², ou crédits pour SPOT)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <source>An image that exists already</source>
      <translation>Une image qui existe déjà</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Animate the dates</source>
      <translation>Animer les dates</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>Animate the years on the map</source>
      <translation>Animer les années affichées</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <source>Another code</source>
      <translation>Un autre code</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/download_words.py" />
      <source>Another file is called {file} in this folder and was left as it is: move it away, or choose another folder.</source>
      <translation>Un autre fichier se nomme {file} dans ce dossier et a été laissé tel quel : déplacez-le, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Another territory…</source>
      <translation>Autre territoire…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <location filename="../dinamis_qgis/gui/search/quicklook_notices.py" />
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
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Archive image</source>
      <translation>Image d'archive</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Archive images</source>
      <translation>Images d'archive</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <source>Archive or tasking</source>
      <translation>Archive ou programmation</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Area</source>
      <translation>Surface</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Area of the zone (WGS 84 ellipsoid)</source>
      <translation>Surface de la zone (ellipsoïde WGS 84)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Area of the zone (km²)</source>
      <translation>Surface de la zone (km²)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Area: {}</source>
      <translation>Surface : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>As delivered</source>
      <translation>Comme livrées</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <source>As it was shipped with the plugin</source>
      <translation>Tel que fourni avec l'extension</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>As listed</source>
      <translation>Ordre de la liste</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/totals_dialog.py" />
      <source>Asked</source>
      <translation>Demandé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/totals_dialog.py" />
      <source>Asked and granted</source>
      <translation>Demandé et accordé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Asked and granted, by year…</source>
      <translation>Demandé et accordé, par année…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>Asked in {}: {}</source>
      <translation>Demandé en {} : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <source>Asked on</source>
      <translation>Demandée le</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>Asking OpenSPOT for its form…</source>
      <translation>Demande du formulaire à OpenSPOT…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <source>Asking for a code…</source>
      <translation>Demande d'un code…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>Asking the service…</source>
      <translation>Interrogation du service…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/gui/search/cover.py" />
      <source>Assemble</source>
      <translation>Assembler</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>Assemble %n image(s)</source>
      <translation>
        <numerusform>Assembler %n image</numerusform>
        <numerusform>Assembler %n images</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Assemble and cut images</source>
      <translation>Assembler et découper des images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>Assembling images</source>
      <translation>Assemblage des images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>At an equal number, the clearer ones, then the newer ones</source>
      <translation>À nombre égal, les plus claires, puis les plus récentes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>Attach a product</source>
      <translation>Joindre un produit</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>Attach the %n image(s) ticked in the results</source>
      <translation>
        <numerusform>Joindre %n image cochée dans les résultats</numerusform>
        <numerusform>Joindre les %n images cochées dans les résultats</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>Attachments</source>
      <translation>Pièces jointes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>Attachments of requests</source>
      <translation>Pièces jointes des demandes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/help_window.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Back (Esc)</source>
      <translation>Retour (Échap)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results.py" />
      <source>Back to the criteria</source>
      <translation>Revenir aux critères</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results.py" />
      <source>Back to the criteria (Esc)</source>
      <translation>Revenir aux critères (Échap)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>Back to the results</source>
      <translation>Retour aux résultats</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>Back to the results (Esc)</source>
      <translation>Retour aux résultats (Échap)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>Backdrops now follow the Temporal Controller: open it from the toolbar and play the years.</source>
      <translation>Les fonds suivent désormais le contrôleur temporel : ouvrez-le depuis la barre d'outils et faites défiler les années.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>Basic</source>
      <translation>Basic</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Best coverage first</source>
      <translation>Plus couvrantes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Between… and…</source>
      <translation>Entre… et…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/figures.py" />
      <source>Beyond</source>
      <translation>Au-delà</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <source>Beyond the quota</source>
      <translation>Au-delà du quota</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Beyond the quota (km²)</source>
      <translation>Au-delà du quota (km²)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Bookmark</source>
      <translation>Signet</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Bookmark: {}</source>
      <translation>Signet : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/ribbon_row.py" />
      <source>Buffer</source>
      <translation>Tampon</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Buffer around a line…</source>
      <translation>Tampon autour d'une ligne…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/ribbon_zone.py" />
      <source>Buffer of {} m</source>
      <translation>Tampon de {} m</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>Build overviews</source>
      <translation>Créer des pyramides</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/overview_work.py" />
      <source>Build overviews (+{})</source>
      <translation>Créer des pyramides (+{})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Build overviews (+{}, quick display)</source>
      <translation>Créer des pyramides (+{}, affichage rapide)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Build overviews…</source>
      <translation>Créer des pyramides…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/overview_work.py" />
      <source>Building overviews</source>
      <translation>Création des pyramides</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>By the cloud cover of whole images; of images on disk, by their mask over the zone</source>
      <translation>Selon la couverture nuageuse des images entières ; pour celles sur disque, selon leur masque sur la zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/expert_line.py" />
      <source>CQL2 text on the properties of the images, for instance {}. An image without the property is left out, unless you add OR … IS NULL. A service that does not understand CQL2 is asked without it, and its images are filtered here.</source>
      <translation>Texte CQL2 sur les propriétés des images, par exemple {}. Une image sans la propriété est écartée, sauf à ajouter OR … IS NULL. Un service qui ne comprend pas le CQL2 est interrogé sans ce filtre, et ses images sont filtrées ici.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>CRS</source>
      <translation>SCR</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>CRS (that of most images without it)</source>
      <translation>SCR (sans lui, celui de la plupart des images)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>Cache</source>
      <translation>Cache</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <location filename="../dinamis_qgis/gui/downloads/transfers_delegate.py" />
      <location filename="../dinamis_qgis/gui/library/page.py" />
      <location filename="../dinamis_qgis/gui/options/connection_box.py" />
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <source>Cancel the download</source>
      <translation>Annuler le téléchargement</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <source>Cancel the download of {name}? The {size} that have come will be deleted.</source>
      <translation>Annuler le téléchargement de {name} ? Les {size} déjà reçus seront effacés.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>Cancelled.</source>
      <translation>Annulé.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_list.py" />
      <source>Catalogue</source>
      <translation>Catalogue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Catalogue (id, address of a STAC API, or path)</source>
      <translation>Catalogue (identifiant, adresse d'une API STAC, ou chemin)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_list.py" />
      <source>Catalogues</source>
      <translation>Catalogues</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Catalogues searched</source>
      <translation>Catalogues interrogés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Category of user</source>
      <translation>Catégorie d'utilisateur</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/layer_menu.py" />
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <source>Changing the composition</source>
      <translation>Changement de composition</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/outline_checks.py" />
      <source>Checking the outline</source>
      <translation>Contrôle du contour</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Choose a register</source>
      <translation>Choisir un registre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Choose a register…</source>
      <translation>Choisir un registre…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/form.py" />
      <source>Choose a zone, or move the map, then Search.</source>
      <translation>Choisissez une zone, ou déplacez la carte, puis Rechercher.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <source>Choose another folder</source>
      <translation>Choisir un autre dossier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <source>Choose another folder…</source>
      <translation>Choisir un autre dossier…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/other_zones.py" />
      <source>Choose its CRS…</source>
      <translation>Choisir son SCR…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/territory.py" />
      <location filename="../dinamis_qgis/gui/quota/empty.py" />
      <source>Choose my territory…</source>
      <translation>Choisir mon territoire…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Choose the CRS of the coordinates: the file tells none.</source>
      <translation>Choisissez le SCR des coordonnées : le fichier ne le dit pas.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>Choose the GeoPackage of the register, or keep it in your profile.</source>
      <translation>Choisissez le GeoPackage du registre, ou gardez-le dans votre profil.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Choose the file or the folder</source>
      <translation>Choisir le fichier ou le dossier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Chooses among footprints the best set of images that covers a zone, and gives what stays uncovered.

Fewest images: an image more is chosen when it covers 0.1% more of the zone; at an equal number the clearer ones, then the newer ones. Most recent: each place is seen by its newest chosen image; an image more is chosen when it makes the zone newer by 7 days on average. Clearest: the same with clouds, for half a point on average.

Clouds are the cover that the catalogue gives for the whole image: where they lie in it is not known, but for images of this machine that have a cloud mask: theirs is the share of the zone under its clouds. Unknown dates and clouds come last, and are within every limit. Areas are measured on the WGS 84 ellipsoid, overlaps once.

Up to 64 images the set is the best one, as a rule; among more it is the best that a bounded search finds.

The images chosen keep their fields, with their rank, the share of the zone that they add and the share covered so far. What stays uncovered is in WGS 84 (EPSG:4326), with its area.</source>
      <translation>Choisit parmi des emprises le meilleur jeu d'images qui couvre une zone, et donne ce qui reste non couvert.

Le moins d'images : une image de plus est retenue quand elle couvre 0,1 % de plus de la zone ; à nombre égal les plus claires, puis les plus récentes. Les plus récentes : chaque lieu est vu par l'image retenue la plus récente ; une image de plus est retenue quand elle rajeunit la zone de 7 jours en moyenne. Les plus claires : de même pour les nuages, pour un demi-point en moyenne.

Les nuages sont la couverture nuageuse que le catalogue donne pour l'image entière : leur place dans l'image n'est pas connue, sauf pour les images de ce poste qui ont un masque de nuages : pour elles, c'est la part de la zone sous leurs nuages. Les dates et les nuages inconnus viennent en dernier, et sont admis par toute limite. Les surfaces sont mesurées sur l'ellipsoïde WGS 84, les recouvrements comptés une fois.

Jusqu'à 64 images, le jeu est le meilleur, sauf exception ; au-delà, c'est le meilleur que trouve une recherche bornée.

Les images retenues gardent leurs champs, avec leur rang, la part de la zone qu'elles ajoutent et la part couverte jusque-là. Ce qui reste non couvert est en WGS 84 (EPSG:4326), avec sa surface.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover.py" />
      <source>Choosing the images that cover the zone</source>
      <translation>Choix des images qui couvrent la zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Clearest first</source>
      <translation>Moins nuageuses</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Clearest images</source>
      <translation>Les plus claires</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Clearest on top</source>
      <translation>Moins nuageuses dessus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/requests_model.py" />
      <source>Click the state to change it</source>
      <translation>Cliquez sur l'état pour le changer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_states.py" />
      <source>Closed</source>
      <translation>Close</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Cloud cover</source>
      <translation>Couverture nuageuse</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Cloud cover (%)</source>
      <translation>Couverture nuageuse (%)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cloud_box.py" />
      <source>Cloud cover at most, in percent</source>
      <translation>Couverture nuageuse au plus, en pour cent</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Cloud mask</source>
      <translation>Masque de nuages</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <location filename="../dinamis_qgis/gui/search/cloud_box.py" />
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <location filename="../dinamis_qgis/gui/search/form.py" />
      <source>Clouds</source>
      <translation>Nuages</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Clouds (mask)</source>
      <translation>Nuages (masque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Clouds at most (%)</source>
      <translation>Nuages au plus (%)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Clouds at most: {}</source>
      <translation>Nuages au plus : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Clouds at most…</source>
      <translation>Nuages au plus…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>Clouds, at most (%)</source>
      <translation>Nuages, au plus (%)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Co-funding</source>
      <translation>Cofinancement</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>Coast</source>
      <translation>Littoral</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Coastline, winter 2026-2027</source>
      <translation>Trait de côte, hiver 2026-2027</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <source>Code to confirm</source>
      <translation>Code à confirmer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Collections (comma separated)</source>
      <translation>Collections (séparées par des virgules)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/themes_table.py" />
      <source>Collections (none: all)</source>
      <translation>Collections (aucune : toutes)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/compositions.py" />
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Colour infrared</source>
      <translation>Infrarouge couleur (IRC)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Common contrast</source>
      <translation>Contraste commun</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/compare.py" />
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <source>Compare the solutions</source>
      <translation>Comparer les solutions</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/details.py" />
      <source>Compare the solutions…</source>
      <translation>Comparer les solutions…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>Compare with…</source>
      <translation>Comparer avec…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>Complete</source>
      <translation>Compléter</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/complete_dialog.py" />
      <source>Complete an image</source>
      <translation>Compléter une image</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Complete…</source>
      <translation>Compléter…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Composition</source>
      <translation>Composition colorée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/key_dialog.py" />
      <location filename="../dinamis_qgis/gui/accounts/remedies.py" />
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <location filename="../dinamis_qgis/gui/welcome/doors.py" />
      <source>Configure…</source>
      <translation>Configurer…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>Connection</source>
      <translation>Connexion</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <source>Constant height</source>
      <translation>Altitude constante</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Constant height…</source>
      <translation>Altitude constante…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Constraints</source>
      <translation>Contraintes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Constraints (low tide, no snow, before/after pair…)</source>
      <translation>Contraintes (marée basse, hors neige, couple avant/après…)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <source>Contact and links</source>
      <translation>Contact et liens</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/menu_entries.py" />
      <source>Contact and links…</source>
      <translation>Contact et liens…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Contains the text</source>
      <translation>Contient le texte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/help_window.py" />
      <source>Contents</source>
      <translation>Sommaire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Contractor</source>
      <translation>Prestataire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/layer_menu.py" />
      <source>Copied: {}</source>
      <translation>Copié : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/copy_details.py" />
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Copy details</source>
      <translation>Copier les détails</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/site_strip.py" />
      <source>Copy my zone and open the site</source>
      <translation>Copier ma zone et ouvrir le site</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Copy the JSON</source>
      <translation>Copier le JSON</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <source>Copy the code</source>
      <translation>Copier le code</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Copy the credit</source>
      <translation>Copier la mention</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/layer_menu.py" />
      <location filename="../dinamis_qgis/gui/search/fact_grid.py" />
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Copy the credit line</source>
      <translation>Copier la mention</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Copy the identifier</source>
      <translation>Copier l'identifiant</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <source>Copy the text and open the form</source>
      <translation>Copier le texte et ouvrir le formulaire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Counts what it finds: {} images for this row</source>
      <translation>Compte ce qu'il trouve : {} images pour cette ligne</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Cover a zone with the best images</source>
      <translation>Couvrir une zone avec les meilleures images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover.py" />
      <source>Cover my zone</source>
      <translation>Couvrir ma zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Covered by the given images, not ordered</source>
      <translation>Couvert par les images données, non commandé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Covers at least</source>
      <translation>Couvre au moins</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <source>Covers my zone</source>
      <translation>Couvre ma zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>Create a key and use it</source>
      <translation>Créer une clé et l'utiliser</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Create a register</source>
      <translation>Créer un registre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Create a register…</source>
      <translation>Créer un registre…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Create an account</source>
      <translation>Créer un compte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/dossier_place.py" />
      <source>Create the dossier</source>
      <translation>Créer le dossier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Create the dossier…</source>
      <translation>Créer le dossier…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>Create the register there</source>
      <translation>Y créer le registre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>Created</source>
      <translation>Créée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/desk.py" />
      <source>Creating the dossier</source>
      <translation>Création du dossier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>Creating the register…</source>
      <translation>Création du registre…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_layer.py" />
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/library/complete_dialog.py" />
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Credit line</source>
      <translation>Mention</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_sheet.py" />
      <source>Credit line to be shown with the images: {}</source>
      <translation>Mention à faire figurer avec les images : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>Credit line, to be shown wherever the image is</source>
      <translation>Mention à porter partout où l'image est montrée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>Credit: {}.</source>
      <translation>Mention : {}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>Credits</source>
      <translation>Crédits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Credits (1 credit = {area}; a scene is {width} km wide: a zone across several scenes takes more)</source>
      <translation>Crédits (1 crédit = {area} ; une scène fait {width} km de large : une zone à cheval sur plusieurs scènes en demande plus)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Credits (at least)</source>
      <translation>Crédits (au moins)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Credits beyond the free ones</source>
      <translation>Crédits au-delà des gratuits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/figures.py" />
      <source>Credits: at least {count} (1 credit = {area})</source>
      <translation>Crédits : au moins {count} (1 crédit = {area})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Crisis: whom to call?</source>
      <translation>Crise : qui appeler ?</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>Cut</source>
      <translation>Découper</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>Cut an image</source>
      <translation>Découper une image</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>Cut to</source>
      <translation>Découper à</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Cut to (zone)</source>
      <translation>Découper à (zone)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Cut to my zone…</source>
      <translation>Découper à ma zone…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/doors.py" />
      <source>DINAMIS catalogue: Pléiades</source>
      <translation>Catalogue DINAMIS : Pléiades</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>DINAMIS correspondent</source>
      <translation>Référent DINAMIS</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>DINAMIS does not treat emergencies and cannot task a given day.</source>
      <translation>DINAMIS ne traite pas l'urgence et ne programme pas un jour précis.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/contacts.py" />
      <source>DINAMIS does not treat emergencies and cannot task a given day. In a crisis the International Charter and Copernicus EMS are activated by the COGIC: ask the prefecture. For a special case: {addresses}.</source>
      <translation>DINAMIS ne traite pas l'urgence et ne programme pas un jour précis. En cas de crise, la Charte internationale et Copernicus EMS sont activés par le COGIC : adressez-vous à la préfecture. Pour un cas particulier : {addresses}.</translation>
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
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>DINAMIS needs the Python package {wanted}: install your system's python3-{package}, or where it has none run “python3 -m pip install --user --upgrade {package}”, then restart QGIS.</source>
      <translation>DINAMIS a besoin du paquet Python {wanted} : installez le python3-{package} de votre système ou, s'il n'en a pas, lancez « python3 -m pip install --user --upgrade {package} », puis redémarrez QGIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/plugin.py" />
      <source>DINAMIS panel</source>
      <translation>Panneau DINAMIS</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/register_words.py" />
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <location filename="../dinamis_qgis/gui/requests/reference_question.py" />
      <source>DINAMIS reference</source>
      <translation>Référence DINAMIS</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/reference_question.py" />
      <source>DINAMIS reference?</source>
      <translation>Référence DINAMIS ?</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <source>DINAMIS's site</source>
      <translation>Site DINAMIS</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/provider.py" />
      <source>DINAMIS: Pléiades and SPOT imagery</source>
      <translation>DINAMIS : images Pléiades et SPOT</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/plugin.py" />
      <source>DINAMIS: guide</source>
      <translation>DINAMIS : guide</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/locator.py" />
      <source>DINAMIS: place as the zone</source>
      <translation>DINAMIS : un lieu pour zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/menu_entries.py" />
      <source>Data Terra catalogues (MetaSearch)…</source>
      <translation>Catalogues Data Terra (MetaSearch)…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_layer.py" />
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/complete_dialog.py" />
      <source>Date of acquisition</source>
      <translation>Date de prise de vue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Dates apart by at most (days)</source>
      <translation>Écart de dates au plus (jours)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Dates apart by at most: {}</source>
      <translation>Écart de dates au plus : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Dates apart by at most…</source>
      <translation>Écart de dates au plus…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>Day</source>
      <translation>Jour</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>Day of the estimate</source>
      <translation>Jour de l'estimation</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Days</source>
      <translation>Jours</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>Delete the request</source>
      <translation>Supprimer la demande</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>Delete the thumbnails</source>
      <translation>Supprimer les vignettes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>Delete “{}” from the register, with its history?</source>
      <translation>Supprimer « {} » du registre, avec son historique ?</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>Delete…</source>
      <translation>Supprimer…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_states.py" />
      <source>Delivered</source>
      <translation>Livrée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_menu.py" />
      <source>Deliveries and images</source>
      <translation>Livraisons et images</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Delivery: %n product(s), {}</source>
      <translation>
        <numerusform>Livraison : %n produit, {}</numerusform>
        <numerusform>Livraison : %n produits, {}</numerusform>
      </translation>
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
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>Description</source>
      <translation>Description</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Description (JSON)</source>
      <translation>Description (JSON)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Details</source>
      <translation>Détails</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/details.py" />
      <source>Details and other readings</source>
      <translation>Détail du calcul et autres lectures</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/copy_details.py" />
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Details copied</source>
      <translation>Détails copiés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Detectors out of order (mask)</source>
      <translation>Détecteurs en défaut (masque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Dialect of STAC</source>
      <translation>Dialecte STAC</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>Display</source>
      <translation>Display</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Does not count what it finds</source>
      <translation>Ne compte pas ce qu'il trouve</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Does not filter by itself: filtered here</source>
      <translation>Ne filtre pas lui-même : le filtrage se fait ici</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Does not sort: the order is the service's own</source>
      <translation>Ne trie pas : l'ordre est celui du service</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Dossier</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/dossier_place.py" />
      <source>Dossier written: {}. The text is copied: paste it into the form. Nothing was sent.</source>
      <translation>Dossier écrit : {}. Le texte est copié : collez-le dans le formulaire. Rien n'a été envoyé.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <source>Down</source>
      <translation>Descendre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <location filename="../dinamis_qgis/gui/search/scene_opener.py" />
      <source>Download</source>
      <translation>Télécharger</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/scene_opener.py" />
      <source>Download %n image(s), {}?</source>
      <translation>
        <numerusform>Télécharger %n image, {} ?</numerusform>
        <numerusform>Télécharger %n images, {} ?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/scene_opener.py" />
      <source>Download %n image(s)?</source>
      <translation>
        <numerusform>Télécharger %n image ?</numerusform>
        <numerusform>Télécharger %n images ?</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Download all…</source>
      <translation>Tout télécharger…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_opener.py" />
      <source>Download and open</source>
      <translation>Télécharger et ouvrir</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_opener.py" />
      <source>Download and open ({})</source>
      <translation>Télécharger et ouvrir ({})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>Download from OpenSPOT</source>
      <translation>Télécharger depuis OpenSPOT</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <source>Download scenes</source>
      <translation>Télécharger des scènes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>Downloaded images</source>
      <translation>Images téléchargées</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/downloads.py" />
      <source>Downloading {}</source>
      <translation>Téléchargement : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/strip.py" />
      <source>Downloads</source>
      <translation>Téléchargements</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>Downloads and cache</source>
      <translation>Téléchargements et cache</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <source>Downloads the files of each scene of a footprint layer, in one folder per scene. The scenes are read again from their catalogue.

“Files” names those that are wanted, by the key or the role that the catalogue gives them, separated by commas (for example: data, metadata); all of them without it. Files that belong together keep their names and their places.

A download that was stopped goes on where it was when the algorithm is run again on the same folder, and a file that is there already is not fetched again. While it comes a file is called .part; it gets its name when its length is right, and its size and checksum where the catalogue gives them. What the catalogue says of a scene is kept beside its files, in stac-item.json.

A file or a scene that cannot be had is counted in FAILED, and the others go on. Files that take an account or a key are had with the one that QGIS's options hold, page DINAMIS, or with the variables TLD_ACCESS_KEY and TLD_SECRET_KEY; those of OpenSPOT take its form, which is filled in in the panel.</source>
      <translation>Télécharge les fichiers de chaque scène d'une couche d'emprises, dans un dossier par scène. Les scènes sont relues dans leur catalogue.

« Fichiers » nomme ceux que l'on veut, par la clé ou le rôle que leur donne le catalogue, séparés par des virgules (par exemple : data, metadata) ; tous, si rien n'est dit. Les fichiers qui vont ensemble gardent leurs noms et leurs places.

Un téléchargement interrompu reprend où il en était quand l'algorithme est relancé sur le même dossier, et un fichier déjà présent n'est pas redemandé. Pendant qu'il arrive, un fichier se nomme .part ; il ne prend son nom que si sa longueur est juste, ainsi que sa taille et sa somme de contrôle quand le catalogue les donne. Ce que le catalogue dit d'une scène est gardé à côté de ses fichiers, dans stac-item.json.

Un fichier ou une scène qui ne peut être obtenu est compté dans FAILED, et les autres continuent. Les fichiers qui demandent un compte ou une clé sont obtenus avec ceux que gardent les options de QGIS, page DINAMIS, ou avec les variables TLD_ACCESS_KEY et TLD_SECRET_KEY ; ceux d'OpenSPOT demandent son formulaire, à remplir dans le panneau.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_states.py" />
      <source>Draft</source>
      <translation>Brouillon</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <location filename="../dinamis_qgis/gui/search/compare.py" />
      <source>Drag the divider over the map; Esc ends the comparison.</source>
      <translation>Faites glisser le rideau sur la carte ; Échap met fin à la comparaison.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/timeline_bars.py" />
      <source>Drag to narrow the list; Esc shows all again.</source>
      <translation>Glissez pour restreindre la liste ; Échap montre tout à nouveau.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Draw a new zone</source>
      <translation>Dessiner une nouvelle zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/empty.py" />
      <source>Draw a zone</source>
      <translation>Dessiner une zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Draw a zone on the map: click each corner, then right click or Enter. Shift and drag: rectangle. Backspace: undo. Esc: give up. A drawn zone in use is edited.</source>
      <translation>Dessiner une zone sur la carte : cliquez chaque sommet, puis clic droit ou Entrée. Maj + glisser : rectangle. Retour arrière : annuler le dernier sommet. Échap : abandonner. Si une zone dessinée est déjà choisie, elle est modifiée.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/empty.py" />
      <source>Draw a zone or choose your territory to estimate a request.</source>
      <translation>Dessinez une zone ou choisissez votre territoire pour estimer une demande.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/ribbon_row.py" />
      <source>Draw the line on the map</source>
      <translation>Dessiner la ligne sur la carte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Draw the zone</source>
      <translation>Dessiner la zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/bands.py" />
      <source>Drawing the zone</source>
      <translation>Dessin de la zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/drawn_zone.py" />
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Drawn zone</source>
      <translation>Zone dessinée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>Duplicate</source>
      <translation>Dupliquer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>E-mail</source>
      <translation>Courriel</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/places.py" />
      <source>EPCI</source>
      <translation>EPCI</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Each place by its newest image</source>
      <translation>Chaque lieu par son image la plus récente</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <source>Emergencies</source>
      <translation>Urgences</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Empty the further criteria</source>
      <translation>Vider les critères supplémentaires</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>Empty: not specified</source>
      <translation>Vide : non précisé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/outline_checks.py" />
      <source>Enlarge (+{})</source>
      <translation>Agrandir (+{})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>Estimate</source>
      <translation>Estimation</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Estimate the quota and cost of a request</source>
      <translation>Estimer le quota et le coût d'une demande</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>Estimate: only DINAMIS's quote binds.</source>
      <translation>Estimation : seul le devis DINAMIS fait foi.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/figures.py" />
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <source>Estimated cost</source>
      <translation>Coût estimé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Estimated cost (EUR)</source>
      <translation>Coût estimé (EUR)</translation>
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
      <translation>Estime ce qu'une demande à DINAMIS d'images Pléiades ou SPOT 6-7 sur une zone prend sur le quota de gratuité, et ce que coûte ce qui le dépasse. Les barèmes sont datés : l'explication donne la source de chaque chiffre, et les autres lectures là où la source est ambiguë. C'est une estimation : seul le devis DINAMIS fait foi.

Les surfaces sont mesurées sur l'ellipsoïde WGS 84, les recouvrements une seule fois. Ce que couvrent les images déjà acquises ou gratuites n'est pas commandé en archive ; une programmation n'en prend pas. Ce qui est déjà pris sur le quota (km², ou crédits pour SPOT) fait lire le quota comme cumulé ; à 0, il est lu par demande. Les crédits SPOT sont un minimum : les scènes font 60 km de large. La demande d'un scientifique étranger est examinée : aucun coût n'est donné.

La sortie contient ce qui serait commandé, en WGS 84 (EPSG:4326), comme le formulaire de demande le veut.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/details.py" />
      <source>Every sensor and way to order, side by side, for this zone</source>
      <translation>Tous les capteurs et façons de commander, côte à côte, pour cette zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Everything</source>
      <translation>Tout</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Expert filter (CQL2)</source>
      <translation>Filtre expert (CQL2)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>Expert filter: {what}, after « {before} ».</source>
      <translation>Filtre expert : {what}, après « {before} ».</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>Expert filter: {}.</source>
      <translation>Filtre expert : {}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Explanation</source>
      <translation>Explication</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Export (ODS, CSV)…</source>
      <translation>Exporter (ODS, CSV)…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Export searches</source>
      <translation>Exporter des recherches</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Export the dossier of a request</source>
      <translation>Exporter le dossier d'une demande</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Export the footprints</source>
      <translation>Exporter les emprises</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Export the footprints…</source>
      <translation>Exporter les emprises…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Export the requests</source>
      <translation>Exporter les demandes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Exporting the footprints</source>
      <translation>Export des emprises</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Exporting the requests</source>
      <translation>Export des demandes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Extent</source>
      <translation>Emprise</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_sheet.py" />
      <source>Extent (WGS 84): longitudes {west}° to {east}°, latitudes {south}° to {north}°</source>
      <translation>Emprise (WGS 84) : longitudes {west}° à {east}°, latitudes {south}° à {north}°</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>Feedback on use</source>
      <translation>Retour d'usage</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Fetches the quicklook of each scene of a footprint layer and writes it as a GeoTIFF named after the scene, transparent outside the picture.

Each picture is placed by evidence: its projection metadata, read again from the catalogue; else its empty corners, compared with the footprint; else the footprint's corners when the picture fills its frame and has the same proportions. Without evidence it is placed by the footprint's bounding box, and a warning says that it is approximate. Files are in the picture's own projection when it has one, else in the local UTM zone.

A scene whose quicklook cannot be had or placed is counted in FAILED, and the others go on.</source>
      <translation>Télécharge l'aperçu de chaque scène d'une couche d'emprises et l'écrit en GeoTIFF au nom de la scène, transparent hors de l'image.

Chaque image est placée d'après ce qui l'atteste : sa projection, relue dans le catalogue ; sinon ses coins vides, comparés à l'emprise ; sinon les coins de l'emprise, quand l'image remplit son cadre et a les mêmes proportions. Faute de preuve, elle est placée par le rectangle englobant de l'emprise, et un avertissement dit que c'est approximatif. Les fichiers sont dans la projection de l'image quand elle en a une, sinon dans la zone UTM locale.

Une scène dont l'aperçu ne peut être obtenu ou placé est comptée dans FAILED, et les autres continuent.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Fewest images</source>
      <translation>Le moins d'images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <location filename="../dinamis_qgis/gui/search/detail_folds.py" />
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>File: {}</source>
      <translation>Fichier : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <source>Files</source>
      <translation>Fichiers</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/detail_folds.py" />
      <source>Files (%n)</source>
      <translation>
        <numerusform>Fichiers (%n)</numerusform>
        <numerusform>Fichiers (%n)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/detail_folds.py" />
      <source>Files (%n, {})</source>
      <translation>
        <numerusform>Fichiers (%n, {})</numerusform>
        <numerusform>Fichiers (%n, {})</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <source>Files (keys or roles)</source>
      <translation>Fichiers (clés ou rôles)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_menu.py" />
      <source>Files of a delivery</source>
      <translation>Fichiers d'une livraison</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>File…</source>
      <translation>Fichier…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <source>Filter</source>
      <translation>Filtrer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>Filtered by the service: {}.</source>
      <translation>Filtré par le service : {}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>Filtered here, as the service does not or would drop what is unknown: {}.</source>
      <translation>Filtré ici, le service ne le faisant pas ou écartant ce qui est inconnu : {}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Filters by itself (CQL2)</source>
      <translation>Filtre lui-même (CQL2)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <source>First</source>
      <translation>En premier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/period_box.py" />
      <source>First day</source>
      <translation>Premier jour</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>First day of the period</source>
      <translation>Premier jour de la période</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>First row: {}</source>
      <translation>Première ligne : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/period_box.py" />
      <source>First year</source>
      <translation>Première année</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/strip.py" />
      <source>Fold</source>
      <translation>Réduire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <location filename="../dinamis_qgis/processing/index_products.py" />
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/folder.py" />
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>Folder for downloaded images</source>
      <translation>Dossier des images téléchargées</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Folder for the quicklooks</source>
      <translation>Dossier des aperçus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <source>Folder for the scenes</source>
      <translation>Dossier des scènes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_menu.py" />
      <source>Folder of a delivery</source>
      <translation>Dossier d'une livraison</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>Folder of images to index</source>
      <translation>Dossier d'images à indexer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>Folder of products</source>
      <translation>Dossier de produits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <source>Folder of products…</source>
      <translation>Dossier de produits…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_menu.py" />
      <source>Folder…</source>
      <translation>Dossier…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>Follow-up</source>
      <translation>Suivi</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Footprint</source>
      <translation>Emprise</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Footprint of {}</source>
      <translation>Emprise de {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/importer.py" />
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Footprints</source>
      <translation>Emprises</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Footprints exported: {}</source>
      <translation>Emprises exportées : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results.py" />
      <source>Footprints now follow the Temporal Controller: open it from the toolbar and play the dates.</source>
      <translation>Les emprises suivent maintenant le contrôleur temporel : ouvrez-le depuis la barre d'outils et lancez l'animation.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/footprint_layer.py" />
      <source>Footprints of satellite images found by a search in the DINAMIS panel; dates are UTC.</source>
      <translation>Emprises d'images satellitaires trouvées par une recherche dans le panneau DINAMIS ; dates en UTC.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Footprints of the scenes</source>
      <translation>Emprises des scènes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>Footprints on the map</source>
      <translation>Emprises sur la carte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/search_layers.py" />
      <source>Footprints · {}</source>
      <translation>Emprises · {}</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/downloads/start.py" />
      <source>For %n image(s) the catalogue gives no file.</source>
      <translation>
        <numerusform>Pour %n image, le catalogue ne donne aucun fichier.</numerusform>
        <numerusform>Pour %n images, le catalogue ne donne aucun fichier.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <source>For example, a delivery in colour infrared, with its pixels:</source>
      <translation>Par exemple, une livraison en infrarouge couleur, avec ses pixels :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>For example, the dossier of a Pléiades image to be taken in winter:</source>
      <translation>Par exemple, le dossier d'une image Pléiades à prendre en hiver :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>For example, the fewest images that cover a municipality, and what they miss:</source>
      <translation>Par exemple, le moins d'images qui couvrent une commune, et ce qui leur échappe :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/index_products.py" />
      <source>For example, the footprints of all the images of a shared folder:</source>
      <translation>Par exemple, les emprises de toutes les images d'un dossier partagé :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <source>For example, the image files of a search, without their quicklooks:</source>
      <translation>Par exemple, les fichiers des images d'une recherche, sans leurs aperçus :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>For example, the images of a municipality in the summer of 2022 with 10% of clouds at most:</source>
      <translation>Par exemple, les images d'une commune pendant l'été 2022, avec 10 % de nuages au plus :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>For example, the quicklooks of the images found by a search:</source>
      <translation>Par exemple, les aperçus des images trouvées par une recherche :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>For example, two deliveries as one image cut to a municipality:</source>
      <translation>Par exemple, deux livraisons en une seule image découpée à une commune :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>For example, what a public body would pay to have a Pléiades image taken:</source>
      <translation>Par exemple, ce que paierait un acteur public pour faire prendre une image Pléiades :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Foreign scientist</source>
      <translation>Scientifique étranger</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Forest</source>
      <translation>Forêt</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <source>Forget the key</source>
      <translation>Oublier la clé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <source>Free quota</source>
      <translation>Quota de gratuité</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Free quota (km²)</source>
      <translation>Quota de gratuité (km²)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/figures.py" />
      <source>Free quota (per request)</source>
      <translation>Quota de gratuité (par demande)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/figures.py" />
      <source>Free quota (yearly)</source>
      <translation>Quota de gratuité (annuel)</translation>
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
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>From (UTC)</source>
      <translation>Du (UTC)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>GEODES and OpenSPOT were tested against local servers made from what open source programs know of them, and one published answer of GEODES; OpenSPOT's form, in which one accepts its licence, is sent by the person only.</source>
      <translation>GEODES et OpenSPOT ont été essayés sur des serveurs locaux faits d'après ce qu'en savent des programmes libres, et une réponse publiée de GEODES ; le formulaire d'OpenSPOT, où l'on accepte sa licence, n'est envoyé que par la personne.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/contacts.py" />
      <source>General information, signed documents</source>
      <translation>Informations générales, documents signés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>GeoPackage of the register</source>
      <translation>GeoPackage du registre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>GeoTIFF COG…</source>
      <translation>GeoTIFF COG…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Geometry</source>
      <translation>Géométrie</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Georeference quicklooks</source>
      <translation>Géoréférencer les aperçus</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Gives %n image(s) a page</source>
      <translation>
        <numerusform>Donne %n image par page</numerusform>
        <numerusform>Donne %n images par page</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <source>Go on</source>
      <translation>Continuer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <source>Granted on</source>
      <translation>Accordée le</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/help.py" />
      <location filename="../dinamis_qgis/gui/help_window.py" />
      <location filename="../dinamis_qgis/gui/menu_entries.py" />
      <source>Guide</source>
      <translation>Guide</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/help.py" />
      <source>Guide (F1)</source>
      <translation>Guide (F1)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <source>Height above the ellipsoid (m)</source>
      <translation>Altitude au-dessus de l'ellipsoïde (m)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <source>Height above the ellipsoid, or added to the terrain model, in m (Primary products)</source>
      <translation>Altitude au-dessus de l'ellipsoïde, ou ajoutée au MNT, en m (produits Primary)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <source>Heights of the terrain model</source>
      <translation>Altitudes du MNT</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Hidden ground (mask)</source>
      <translation>Sol caché (masque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>History of requests</source>
      <translation>Historique des demandes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Hosts of signed files</source>
      <translation>Hôtes des fichiers signés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Hour</source>
      <translation>Heure</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>How areas and amounts are rounded: here to 1 m² and to the cent.</source>
      <translation>L'arrondi des surfaces et des montants : ici à 1 m² et au centime.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>I accept the licence</source>
      <translation>J'accepte la licence</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>I do not know</source>
      <translation>Je ne sais pas</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>IGN backdrops: offline</source>
      <translation>Fonds IGN : hors connexion</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>IGN backdrops: the service lists no yearly mosaic</source>
      <translation>Fonds IGN : le service n'annonce aucune mosaïque annuelle</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>IGN backdrops: {}</source>
      <translation>Fonds IGN : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>IS NULL takes the name of a property</source>
      <translation>IS NULL s'applique à une propriété</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Id</source>
      <translation>Identifiant</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Identifier</source>
      <translation>Identifiant</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Identifiers of the archive images</source>
      <translation>Identifiants des images d'archive</translation>
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
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>If the quota is yearly and not per request, what was already taken counts</source>
      <translation>Si le quota est annuel et non par demande, ce qui a déjà été pris compte</translation>
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
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <source>Image</source>
      <translation>Image</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>Image downloaded: {}</source>
      <translation>Image téléchargée : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/image_sheet.py" />
      <source>Image sheet (print layout)…</source>
      <translation>Fiche image (mise en page)…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/image_sheet.py" />
      <source>Image sheet, {}</source>
      <translation>Fiche image, {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/licence_reminder.py" />
      <source>Image under the DSP Pléiades licence: public service, non-commercial use.</source>
      <translation>Image sous licence DSP Pléiades : usage de service public, non commercial.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>Imagery request</source>
      <translation>Demande d'imagerie</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_sheet.py" />
      <source>Imagery request to DINAMIS, {}</source>
      <translation>Demande d'imagerie à DINAMIS, {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>Imagery requests</source>
      <translation>Demandes d'imagerie</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/algorithm.py" />
      <source>Images</source>
      <translation>Images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Images already had or free (archive only)</source>
      <translation>Images déjà acquises ou gratuites (archive seulement)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Images chosen</source>
      <translation>Images retenues</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_list.py" />
      <source>Images found</source>
      <translation>Images trouvées</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/overview_work.py" />
      <source>Images in a .tar.gz archive are slow, and overviews would not help: it is unpacked at each look. Unpack it, then open the folder.</source>
      <translation>Les images d'une archive .tar.gz sont lentes, et des pyramides n'y changeraient rien : elle est décompressée à chaque lecture. Décompressez-la, puis ouvrez le dossier.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Images of one kind are drawn between the same values: what is as bright looks as bright.</source>
      <translation>Les images d'un même type sont affichées entre les mêmes valeurs : ce qui est aussi clair paraît aussi clair.</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>Images of several kinds: the values of %n of them were changed so that all look alike (METADATA says how).</source>
      <translation>
        <numerusform>Images de plusieurs sortes : les valeurs de %n d'entre elles ont été changées pour que toutes se ressemblent (METADATA dit comment).</numerusform>
        <numerusform>Images de plusieurs sortes : les valeurs de %n d'entre elles ont été changées pour que toutes se ressemblent (METADATA dit comment).</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cloud_box.py" />
      <source>Images of unknown cloud cover are kept and marked.</source>
      <translation>Les images dont les nuages sont inconnus sont gardées et marquées.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Images: layers, files or products</source>
      <translation>Images : couches, fichiers ou produits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/credit_function.py" />
      <source>Images: quicklooks, products, mosaics, yearly backdrops. Footprints show no pixel: they are not counted.</source>
      <translation>Images : aperçus, produits, mosaïques, fonds annuels. Les emprises ne montrent aucun pixel : elles ne comptent pas.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <source>Import</source>
      <translation>Importer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>Import a file…</source>
      <translation>Importer un fichier…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>Import a tariff</source>
      <translation>Importer un barème</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <source>Import a teledetection configuration…</source>
      <translation>Importer une configuration teledetection…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/footprints/importer.py" />
      <source>Import footprints</source>
      <translation>Importer des emprises</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/menu_entries.py" />
      <source>Import footprints…</source>
      <translation>Importer des emprises…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>Import from an address…</source>
      <translation>Importer depuis une adresse…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Import searches</source>
      <translation>Importer des recherches</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>Importing a tariff</source>
      <translation>Import d'un barème</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Import…</source>
      <translation>Importer…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>In PostGIS, for several people at once</source>
      <translation>Dans PostGIS, pour plusieurs personnes à la fois</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>In a GeoPackage, which may be shared</source>
      <translation>Dans un GeoPackage, qui peut être partagé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/credit_function.py" />
      <source>In a layout: of all its maps, or of the map item whose id is given. Elsewhere: of the project's map.</source>
      <translation>Dans une mise en page : celles de toutes ses cartes, ou de la carte dont l'identifiant est donné. Ailleurs : celles de la carte du projet.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>In force</source>
      <translation>En vigueur</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>In my profile</source>
      <translation>Dans mon profil</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>In my territory only</source>
      <translation>Dans mon territoire seulement</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <source>In the form, choose: “{}”.</source>
      <translation>Dans le formulaire, choisissez : « {} ».</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Incidence</source>
      <translation>Incidence</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Incidence (°)</source>
      <translation>Incidence (°)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <source>Incidence / off-nadir</source>
      <translation>Incidence / dépointage</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Incidence at most</source>
      <translation>Incidence au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Incidence at most (°)</source>
      <translation>Incidence au plus (°)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Incidence at most: {}</source>
      <translation>Incidence au plus : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Incidence at most…</source>
      <translation>Incidence au plus…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>Incidence, at most (°)</source>
      <translation>Incidence, au plus (°)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/empty.py" />
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>Index a folder…</source>
      <translation>Indexer un dossier…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>Index again</source>
      <translation>Réindexer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>Index all again</source>
      <translation>Tout réindexer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/index_products.py" />
      <source>Index the products of a folder</source>
      <translation>Indexer les produits d'un dossier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>Indexed folders</source>
      <translation>Dossiers indexés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <source>Indexing in progress</source>
      <translation>Indexation en cours</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <source>Indexing {name}… {percent} %</source>
      <translation>Indexation de {name}… {percent} %</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/library.py" />
      <source>Indexing {}</source>
      <translation>Indexation de {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <source>Indexing {}…</source>
      <translation>Indexation de {}…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Institutional price</source>
      <translation>Tarification institutionnelle</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>Internal note</source>
      <translation>Note interne</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>Invented images have no news.</source>
      <translation>Pas de nouveautés pour des images inventées.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/form.py" />
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Invented images of an invented place: the whole panel works, without network.</source>
      <translation>Des images inventées d'un lieu inventé : tout le panneau fonctionne, sans réseau.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>Is the recipient covered by the licence?</source>
      <translation>Le destinataire est-il couvert par la licence ?</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/reference_question.py" />
      <source>It is in DINAMIS's answer; it can be noted later, in Follow-up.</source>
      <translation>Elle est dans la réponse de DINAMIS ; on peut la noter plus tard, dans Suivi.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/key_dialog.py" />
      <source>It is kept encrypted, in QGIS's authentication database, and sent to this service alone.</source>
      <translation>Elle est gardée chiffrée, dans la base d'authentification de QGIS, et n'est envoyée qu'à ce service.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>It opens nothing then</source>
      <translation>Elle n'ouvrira plus rien</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/layer_menu.py" />
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>Its credit line is not known.</source>
      <translation>Sa mention n'est pas connue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/images_model.py" />
      <source>Its disk is absent: it is found again when that returns.</source>
      <translation>Son disque est absent : elle sera retrouvée à son retour.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Its edges are simplified by {} units of its CRS.</source>
      <translation>Ses bords sont simplifiés à {} unités de son SCR.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Join</source>
      <translation>Adhérer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/keep_dialog.py" />
      <source>Keep it in this project too</source>
      <translation>La garder aussi dans ce projet</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/keep.py" />
      <source>Keep the results</source>
      <translation>Conserver les résultats</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/keep_dialog.py" />
      <source>Keep this search</source>
      <translation>Garder cette recherche</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/star.py" />
      <source>Keep this search (My searches)</source>
      <translation>Garder cette recherche (Mes recherches)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/star.py" />
      <source>Kept as “{}”</source>
      <translation>Gardée sous « {} »</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Kept in the project too</source>
      <translation>Gardée aussi dans le projet</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/key_dialog.py" />
      <source>Key: {}</source>
      <translation>Clé : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>Keys</source>
      <translation>Clés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>Keys known to the service</source>
      <translation>Clés connues du service</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>Keys: {}</source>
      <translation>Clés : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <source>Keys…</source>
      <translation>Clés…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Kind</source>
      <translation>Type</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Land cover (OSO)</source>
      <translation>Occupation des sols (OSO)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <source>Last</source>
      <translation>En dernier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Last 12 months</source>
      <translation>12 derniers mois</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <source>Last change</source>
      <translation>Dernière modification</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/period_box.py" />
      <source>Last day</source>
      <translation>Dernier jour</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Last day of the period</source>
      <translation>Dernier jour de la période</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <source>Last opened first</source>
      <translation>Ouvertes en dernier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>Last saved by {}</source>
      <translation>Enregistrée en dernier par {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/period_box.py" />
      <source>Last year</source>
      <translation>Dernière année</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <source>Leave out what the ticked images cover (%n)</source>
      <translation>
        <numerusform>Retirer ce que couvre l'image cochée (%n)</numerusform>
        <numerusform>Retirer ce que couvrent les images cochées (%n)</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/banner.py" />
      <source>Leave the demonstration and ask the real catalogues again</source>
      <translation>Quitter la démonstration et interroger de nouveau les vrais catalogues</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>Left of the free quota of {year} by this register ({category}): {amounts}</source>
      <translation>Reste du quota de gratuité de {year} d'après ce registre ({category}) : {amounts}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Legend</source>
      <translation>Légende</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <source>Level</source>
      <translation>Niveau</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Level (primary, projected, ortho, mosaic)</source>
      <translation>Niveau (primary, projected, ortho, mosaic)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_layer.py" />
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/library/complete_dialog.py" />
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Licence</source>
      <translation>Licence</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>Licence of the image: {}</source>
      <translation>Licence de l'image : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>Limits: {}</source>
      <translation>Limites : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/page.py" />
      <source>Listing the images of the project</source>
      <translation>Liste des images du projet</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/arrivals.py" />
      <source>Listing the images that were downloaded</source>
      <translation>Lecture des images téléchargées</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection.py" />
      <source>Live test of {day}, {time}: it answers.</source>
      <translation>Test réel du {day}, {time} : il répond.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection.py" />
      <source>Live test of {day}, {time}: it failed.</source>
      <translation>Test réel du {day}, {time} : échec.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <source>Load a product</source>
      <translation>Charger un produit</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Load all</source>
      <translation>Tout charger</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/overview_work.py" />
      <source>Looking for overviews</source>
      <translation>Recherche de pyramides</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_layer.py" />
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>Made of</source>
      <translation>Composée de</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Make it my territory</source>
      <translation>En faire Mon territoire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Makes one image of several products (folder, zip, tar or metadata file), images or raster layers, in any CRS and resolution. With one input and a zone it cuts that image to the zone.

Where images overlap the clearest one lies on top, or the most recent one, or the first of the list; one whose cloud cover or date is unknown lies under the others. Each image counts within its true outline (the ROI mask of a product) and where its pixels hold something: its black edges never cover a neighbour.

A .vrt file is immediate and writes no pixels: it refers to the images by paths that are relative to it, with a folder of its own beside it (…_sources). A .tif file is a cloud-optimised GeoTIFF with all the pixels. A text file beside either holds dates, credit and licence.

The pixels are those of the finest image. Values are as delivered, 0 declared as no data; in 8 bits they are stretched from 2–98 % of each image's values to 1–255. With a common contrast, images that count alike are stretched between the same values; images of another kind (bands, radiometry, depth) are brought to those of most images, and METADATA says how.

CREDIT holds each credit line once, with all its years.</source>
      <translation>Fait une seule image de plusieurs produits (dossier, zip, tar ou fichier de métadonnées), images ou couches raster, quels que soient leur SCR et leur résolution. Avec une seule entrée et une zone, découpe cette image à la zone.

Là où des images se recouvrent, la moins nuageuse est dessus, ou la plus récente, ou la première de la liste ; celle dont la couverture nuageuse ou la date est inconnue passe sous les autres. Chaque image compte dans son emprise réelle (le masque ROI d'un produit) et là où ses pixels contiennent quelque chose : ses bords noirs ne couvrent jamais une voisine.

Un fichier .vrt est immédiat et n'écrit aucun pixel : il renvoie aux images par des chemins relatifs, avec un dossier à lui à côté (…_sources). Un fichier .tif est un GeoTIFF optimisé (COG) avec tous les pixels. Un fichier texte à côté de l'un comme de l'autre donne dates, mention et licence.

Les pixels sont ceux de l'image la plus fine. Les valeurs sont celles livrées, 0 déclaré sans donnée ; en 8 bits elles sont étirées de 2–98 % des valeurs de chaque image vers 1–255. Avec un contraste commun, les images dont les valeurs se comptent de la même façon sont étirées entre les mêmes valeurs ; celles d'une autre sorte (bandes, radiométrie, profondeur) sont ramenées à celles de la plupart, et METADATA dit comment.

CREDIT contient chaque mention une fois, avec toutes ses années.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/my_searches.py" />
      <source>Manage my searches…</source>
      <translation>Gérer mes recherches…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/controller.py" />
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Map extent</source>
      <translation>Emprise de la carte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_sheet.py" />
      <source>Map in {}</source>
      <translation>Carte en {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>Mapping</source>
      <translation>Cartographier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Measured at the satellite. An image whose angle is unknown is kept.</source>
      <translation>Mesuré au satellite. Une image dont l'angle est inconnu est gardée.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Measured on the ground. An image whose angle is unknown is kept.</source>
      <translation>Mesurée au sol. Une image dont l'angle est inconnu est gardée.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/page.py" />
      <source>Measuring the zone</source>
      <translation>Mesure de la zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/page.py" />
      <source>Measuring…</source>
      <translation>Mesure en cours…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/contacts.py" />
      <source>Membership or account</source>
      <translation>Adhésion ou compte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/corner.py" />
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/metasearch.py" />
      <source>MetaSearch is not active: tick it in Plugins › Manage and Install Plugins.</source>
      <translation>MetaSearch n'est pas active : cochez-la dans Extensions › Installer/Gérer les extensions.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <source>Missing in the delivery, and left empty: {}</source>
      <translation>Manque dans la livraison, et laissé vide : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Missing tiles</source>
      <translation>Dalles manquantes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Mission</source>
      <translation>Mission</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Missions (comma separated: PHR1A, SPOT7…)</source>
      <translation>Missions (séparées par des virgules : PHR1A, SPOT7…)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Mode</source>
      <translation>Mode</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>Mono</source>
      <translation>Mono</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Months of the year</source>
      <translation>Mois de l'année</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>More</source>
      <translation>Plus d'actions</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>More criteria</source>
      <translation>Plus de critères</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>More than {number} images: all those after {day} are shown, and some of the earlier ones.</source>
      <translation>Plus de {number} images : toutes celles postérieures au {day} sont affichées, et une partie des plus anciennes.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>More than {} images: the first received are shown, which may not be the most recent.</source>
      <translation>Plus de {} images : les premières reçues sont affichées, qui ne sont peut-être pas les plus récentes.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>More than {} images: the most recent ones are shown.</source>
      <translation>Plus de {} images : les plus récentes sont affichées.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Mosaic</source>
      <translation>Mosaïque</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>Mosaic of %n image(s)</source>
      <translation>
        <numerusform>Mosaïque de %n image</numerusform>
        <numerusform>Mosaïque de %n images</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Most recent images</source>
      <translation>Les plus récentes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Most recent on top</source>
      <translation>Plus récentes dessus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Most vertical first</source>
      <translation>Plus verticales</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/place_edit.py" />
      <source>Municipality, EPCI, département…</source>
      <translation>Commune, EPCI, département…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Municipality, EPCI… (type to complete)</source>
      <translation>Commune, EPCI… (taper pour compléter)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <location filename="../dinamis_qgis/gui/library/images_list.py" />
      <source>My images</source>
      <translation>Mes images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/library.py" />
      <source>My library</source>
      <translation>Ma bibliothèque</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/catalogues.py" />
      <source>My library (on disk)</source>
      <translation>Ma bibliothèque (sur disque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/library_layer.py" />
      <source>My library: footprints</source>
      <translation>Ma bibliothèque : emprises</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>My requests</source>
      <translation>Mes demandes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/front.py" />
      <source>My requests ({})</source>
      <translation>Mes demandes ({})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/saved_searches.py" />
      <location filename="../dinamis_qgis/gui/menu_entries.py" />
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>My searches</source>
      <translation>Mes recherches</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/my_territory.py" />
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>My territory</source>
      <translation>Mon territoire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>My territory: {}</source>
      <translation>Mon territoire : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>My territory…</source>
      <translation>Mon territoire…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>My zone</source>
      <translation>Ma zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/gui/searches/keep_dialog.py" />
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Name in the list</source>
      <translation>Nom dans la liste</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/compositions.py" />
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Natural colours</source>
      <translation>Couleurs naturelles</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Need</source>
      <translation>Besoin</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_list.py" />
      <location filename="../dinamis_qgis/gui/options/connection_box.py" />
      <location filename="../dinamis_qgis/gui/welcome/doors.py" />
      <source>Never tested from here.</source>
      <translation>Jamais testé d'ici.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>New</source>
      <translation>Nouvelle</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <source>New catalogue</source>
      <translation>Nouveau catalogue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/tasking_menu.py" />
      <source>New image: {}</source>
      <translation>Nouvelle image : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/new_images.py" />
      <source>New images</source>
      <translation>Nouvelles images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/front.py" />
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>New request</source>
      <translation>Nouvelle demande</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Newest first</source>
      <translation>Plus récentes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>News</source>
      <translation>Nouveautés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>Next image</source>
      <translation>Image suivante</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>Next image (→)</source>
      <translation>Image suivante (→)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>No</source>
      <translation>Non</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>No account is needed</source>
      <translation>Aucun compte n'est nécessaire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>No browser answered: open {} yourself.</source>
      <translation>Aucun navigateur n'a répondu : ouvrez vous-même {}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_none.py" />
      <source>No catalogue answered: nothing is known yet of the images of this zone.</source>
      <translation>Aucun catalogue n'a répondu : on ne sait encore rien des images de cette zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>No catalogue is called “{name}”: give the id of a configured one, the address of a STAC API or of a static STAC catalogue, or the path of a STAC file or of a folder of products.</source>
      <translation>Aucun catalogue ne répond au nom « {name} » : donnez l'identifiant d'un catalogue configuré, l'adresse d'une API STAC ou d'un catalogue STAC statique, ou le chemin d'un fichier STAC ou d'un dossier de produits.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/page.py" />
      <source>No catalogue is ticked under « Catalogues searched ».</source>
      <translation>Aucun catalogue n'est coché sous « Catalogues interrogés ».</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>No cloud limit</source>
      <translation>Sans limite de nuages</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>No cut</source>
      <translation>Aucune découpe</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>No feature is selected in the layer: select those that make your zone.</source>
      <translation>Aucune entité n'est sélectionnée dans la couche : sélectionnez celles qui forment votre zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_none.py" />
      <source>No image among the catalogues that answered.</source>
      <translation>Aucune image dans les catalogues qui ont répondu.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/empty.py" />
      <source>No image answers to the filter. {all}</source>
      <translation>Aucune image ne répond au filtre. {all}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>No image covers the zone.</source>
      <translation>Aucune image ne couvre la zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/empty.py" />
      <source>No image here. {open} (folder, zip, disk) or {index} to find all your images again on the map.</source>
      <translation>Aucune image ici. {open} (dossier, zip, disque) ou {index} pour retrouver toutes vos images sur la carte.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_none.py" />
      <source>No image meets these criteria.</source>
      <translation>Aucune image ne répond à ces critères.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/image_sheet.py" />
      <source>No image of the panel is on the map: open one, or tick a quicklook, then try again.</source>
      <translation>Aucune image du panneau n'est sur la carte : ouvrez-en une, ou cochez un aperçu, puis recommencez.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>No limit</source>
      <translation>Sans limite</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>No live service was reached while this version was made: neither a catalogue nor a site of DINAMIS.</source>
      <translation>Aucun service en ligne n'a été atteint pendant la réalisation de cette version : ni catalogue, ni site de DINAMIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>No outline of this place is published: choose another one, open a file or draw the zone.</source>
      <translation>Aucun contour de ce lieu n'est publié : choisissez-en un autre, ouvrez un fichier ou dessinez la zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/place_edit.py" />
      <source>No place is called “{}”.</source>
      <translation>Aucun lieu ne s'appelle « {} ».</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_words.py" />
      <source>No product was found in {file}: choose the folder or the zip of a delivery, its DIM_….XML file, or an image.</source>
      <translation>Aucun produit dans {file} : choisissez le dossier ou le zip d'une livraison, son fichier DIM_….XML, ou une image.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>No quicklook is announced: ticking keeps the image for the other pages, and adds no layer.</source>
      <translation>Aucun aperçu n'est annoncé : cocher retient l'image pour les autres pages, sans ajouter de couche.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/add_to_request.py" />
      <source>No request in the register yet</source>
      <translation>Aucune demande dans le registre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>No request in this state.</source>
      <translation>Aucune demande dans cet état.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>No request. A request keeps the zone, the estimate, the dossier and the follow-up, in a GeoPackage file that you can share.</source>
      <translation>Aucune demande. Une demande garde la zone, l'estimation, le dossier et le suivi, dans un fichier GeoPackage que vous pouvez partager.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>No search is kept yet: press ☆ beside the results of one, or import a file.</source>
      <translation>Aucune recherche n'est gardée : cliquez sur ☆ dans les résultats, ou importez un fichier.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>No tariff can be read: reinstall the plugin.</source>
      <translation>Aucun barème ne peut être lu : réinstallez l'extension.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>No zone yet</source>
      <translation>Pas encore de zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/access_dialog.py" />
      <source>Nobody says here who may have this image, nor what it takes.</source>
      <translation>Rien n'indique ici qui peut avoir cette image, ni à quelles conditions.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>Nobody says where {name} lies on Earth: give it a coordinate system (CRS) first.</source>
      <translation>Rien ne dit où se trouve {name} sur la Terre : donnez-lui d'abord un système de coordonnées (SCR).</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>None</source>
      <translation>Aucun</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/metasearch.py" />
      <source>None of them was asked; the least certain addresses: {}.</source>
      <translation>Aucun n'a été interrogé ; adresses les moins sûres : {}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>None of these images lies in the zone: choose other images, or do not cut.</source>
      <translation>Aucune de ces images n'est dans la zone : choisissez d'autres images, ou ne découpez pas.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/my_searches.py" />
      <source>None yet: ☆ beside the results keeps one</source>
      <translation>Aucune encore : ☆ dans les résultats en garde une</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Not a member yet?</source>
      <translation>Pas encore adhérent ?</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Not covered</source>
      <translation>Non couvert</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/uncovered.py" />
      <source>Not covered · {}</source>
      <translation>Non couvert · {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/details.py" />
      <source>Not said by the tariff:</source>
      <translation>Ce que le barème ne dit pas :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>Nothing asked in {} yet</source>
      <translation>Rien de demandé en {} pour l'instant</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>Nothing can be written to {file} ({reason}): choose another folder, or make room.</source>
      <translation>Rien ne peut être écrit dans {file} ({reason}) : choisissez un autre dossier, ou faites de la place.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_none.py" />
      <source>Nothing exists yet?</source>
      <translation>Rien d'existant ?</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>Number</source>
      <translation>Numéro</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Number of dates</source>
      <translation>Nombre de dates</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Number of failures</source>
      <translation>Nombre d'échecs</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <source>Number of files</source>
      <translation>Nombre de fichiers</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Number of images chosen</source>
      <translation>Nombre d'images retenues</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/index_products.py" />
      <source>Number of products</source>
      <translation>Nombre de produits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/index_products.py" />
      <source>Number of products that cannot be read</source>
      <translation>Nombre de produits illisibles</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/georeference_quicklooks.py" />
      <source>Number of quicklooks</source>
      <translation>Nombre d'aperçus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Number of scenes</source>
      <translation>Nombre de scènes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Of any year, in UTC: winters, for instance, whatever the year.</source>
      <translation>De toute année, en UTC : les hivers par exemple, quelle que soit l'année.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/totals_dialog.py" />
      <source>Of which granted</source>
      <translation>Dont accordé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Off-nadir</source>
      <translation>Dépointage</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Off-nadir angle</source>
      <translation>Dépointage</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Off-nadir at most</source>
      <translation>Dépointage au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Oldest first</source>
      <translation>Plus anciennes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/ribbon_row.py" />
      <source>On each side of the line, in metres on the ground</source>
      <translation>De chaque côté de la ligne, en mètres au sol</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/figures.py" />
      <source>On examination ({}).</source>
      <translation>Sur examen ({}).</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>On examination by {}: no figure</source>
      <translation>Sur examen par {}, sans chiffre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>One of the list, or your own words: DINAMIS does not publish its states</source>
      <translation>Un état de la liste, ou vos propres mots : DINAMIS ne publie pas les siens</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Online record</source>
      <translation>Fiche en ligne</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Only DINAMIS's quote binds.</source>
      <translation>Seul le devis DINAMIS fait foi.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>Only those who have signed the licence may receive the image: have it signed first.</source>
      <translation>Seuls ceux qui ont signé la licence peuvent recevoir l'image : faites-la signer d'abord.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <location filename="../dinamis_qgis/gui/search/scene_opener.py" />
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Open %n product(s)</source>
      <translation>
        <numerusform>Ouvrir %n produit</numerusform>
        <numerusform>Ouvrir %n produits</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Open Airbus's catalogue ↗</source>
      <translation>Ouvrir le catalogue Airbus ↗</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/metasearch.py" />
      <source>Open MetaSearch</source>
      <translation>Ouvrir MetaSearch</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/plugin.py" />
      <source>Open a delivery</source>
      <translation>Ouvrir une livraison</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/empty.py" />
      <location filename="../dinamis_qgis/gui/library/page.py" />
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Open a delivery…</source>
      <translation>Ouvrir une livraison…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Open images that I already have…</source>
      <translation>Ouvrir des images que j'ai déjà…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/page.py" />
      <source>Open the demonstration product</source>
      <translation>Ouvrir le produit de démonstration</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <location filename="../dinamis_qgis/gui/quota/dossier_place.py" />
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Open the folder</source>
      <translation>Ouvrir le dossier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/access_dialog.py" />
      <source>Open the page</source>
      <translation>Ouvrir la page</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/key_dialog.py" />
      <source>Open the page where one gets a key</source>
      <translation>Ouvrir la page où s'obtient une clé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <source>Open the sign-in page</source>
      <translation>Ouvrir la page de connexion</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <source>Open the sign-in page, sign in there, and confirm that it shows this code.</source>
      <translation>Ouvrez la page de connexion, connectez-vous, et confirmez qu'elle affiche ce code.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>Open the site</source>
      <translation>Ouvrir le site</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>OpenSPOT</source>
      <translation>OpenSPOT</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>OpenSPOT asks these questions of whoever downloads. They go to OpenSPOT only.</source>
      <translation>OpenSPOT pose ces questions à qui télécharge. Les réponses ne vont qu'à OpenSPOT.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>OpenSPOT's form</source>
      <translation>Formulaire d'OpenSPOT</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>OpenSPOT's form is not there: close this, and try again later.</source>
      <translation>Le formulaire d'OpenSPOT n'est pas là : fermez cette fenêtre, et réessayez plus tard.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>OpenSPOT's lists could not be read: the values known of it are offered.</source>
      <translation>Les listes d'OpenSPOT n'ont pas pu être lues : les valeurs connues sont proposées.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>Opened, but tile {} is missing in the delivery.</source>
      <translation>Ouvert, mais la dalle {} manque dans la livraison.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>Opened, but tiles {} are missing in the delivery.</source>
      <translation>Ouvert, mais les dalles {} manquent dans la livraison.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/arrivals.py" />
      <location filename="../dinamis_qgis/gui/library/page.py" />
      <location filename="../dinamis_qgis/gui/streaming/opener.py" />
      <source>Opening images</source>
      <translation>Ouverture des images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/streaming/opener.py" />
      <source>Opening the image…</source>
      <translation>Ouverture de l'image…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/desk.py" />
      <source>Opening the request</source>
      <translation>Ouverture de la demande</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/theme_box.py" />
      <source>Opens QGIS's MetaSearch with the dataset catalogues of the poles: AERIS, ForM@Ter, ODATIS…</source>
      <translation>Ouvre MetaSearch, de QGIS, avec les catalogues de données des pôles : AERIS, ForM@Ter, ODATIS…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <source>Opens a delivered product (Pléiades, SPOT; folder, zip, tar or metadata file), a STAC item beside its files, an image or a folder of tiles as a raster of exactly the bands of a composition, values as delivered, 0 declared as no data. The bands are found in the product's own description.

A .vrt file is immediate and refers to the product, which must stay where it is. A .tif file is a cloud-optimised GeoTIFF with all the pixels.

Pansharpening (weighted Brovey) needs a bundle, P + MS; a product that is pansharpened already (PMS) is taken as it is.

A Primary product (sensor geometry) is laid on the map by its model (RPC): at a constant height above the ellipsoid (the mean one of its model without it), or on a terrain model, to whose heights that height is added. This is not a delivered Ortho: METADATA says what was used.</source>
      <translation>Ouvre un produit livré (Pléiades, SPOT ; dossier, zip, tar ou fichier de métadonnées), un item STAC à côté de ses fichiers, une image ou un dossier de dalles en un raster des seules bandes d'une composition, aux valeurs livrées, 0 déclaré sans donnée. Les bandes sont trouvées dans la description du produit.

Un fichier .vrt est immédiat et renvoie au produit, qui doit rester où il est. Un fichier .tif est un GeoTIFF optimisé (COG) avec tous les pixels.

L'affinage (pansharpening, Brovey pondéré) demande un bundle, P + MS ; un produit déjà affiné (PMS) est pris tel quel.

Un produit Primary (géométrie capteur) est placé sur la carte par son modèle (RPC) : à une altitude constante au-dessus de l'ellipsoïde (à défaut, l'altitude moyenne de son modèle), ou sur un MNT, aux altitudes duquel cette hauteur est ajoutée. Ce n'est pas un produit Ortho livré : METADATA dit ce qui a servi.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/page.py" />
      <source>Open…</source>
      <translation>Ouvrir…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>Options</source>
      <translation>Options</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Options: stereo, radiometry, projection, tide</source>
      <translation>Options : stéréo, radiométrie, projection, marée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <source>Or write to {}, with the reference of your request.</source>
      <translation>Ou écrivez à {}, avec la référence de votre demande.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Order</source>
      <translation>Ordre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Order of day and month</source>
      <translation>Ordre du jour et du mois</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Organisation</source>
      <translation>Organisme</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <location filename="../dinamis_qgis/core/words.py" />
      <source>Ortho</source>
      <translation>Ortho</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>Ortho, P {} m and MS apart (bundle)</source>
      <translation>Ortho, P {} m et MS séparés (bundle)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>Ortho, colour {} m (PMS 3 bands)</source>
      <translation>Ortho, couleur {} m (PMS 3 bandes)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>Ortho, colour {} m (PMS 4 bands)</source>
      <translation>Ortho, couleur {} m (PMS 4 bandes)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/theme_box.py" />
      <source>Other Data Terra data…</source>
      <translation>Autres données Data Terra…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Other columns</source>
      <translation>Autres colonnes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/details.py" />
      <source>Other readings of the tariff:</source>
      <translation>Autres lectures du barème :</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>Other states</source>
      <translation>Autres états</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>Other, see Options: {}</source>
      <translation>Autre, voir Options : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <location filename="../dinamis_qgis/gui/search/cloud_box.py" />
      <location filename="../dinamis_qgis/gui/search/cover_menu.py" />
      <source>Other…</source>
      <translation>Autre…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Outline of my territory</source>
      <translation>Contour de mon territoire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/place_edit.py" />
      <source>Outline of {}…</source>
      <translation>Contour de {}…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>Outside of the zone, and left out: {}.</source>
      <translation>Hors de la zone, et laissées de côté : {}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/library/overview_work.py" />
      <source>Overviews of %n image(s) built: views of the whole are quick now.</source>
      <translation>
        <numerusform>Pyramides de %n image créées : les vues d'ensemble sont maintenant rapides.</numerusform>
        <numerusform>Pyramides de %n images créées : les vues d'ensemble sont maintenant rapides.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <location filename="../dinamis_qgis/core/words.py" />
      <source>P + MS (bundle)</source>
      <translation>P + MS (« bundle »)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>PMS 3 bands</source>
      <translation>PMS 3 bandes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>PMS 4 bands</source>
      <translation>PMS 4 bandes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>PMS, pansharpened</source>
      <translation>PMS, couleur affinée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Page (address)</source>
      <translation>Fiche (adresse)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Page for keys</source>
      <translation>Page des clés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/compositions.py" />
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Panchromatic</source>
      <translation>Panchromatique</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Pansharpen (P + MS)</source>
      <translation>Affiner (P + MS)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Pansharpen into a GeoTIFF…</source>
      <translation>Affiner vers un GeoTIFF…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <source>Pansharpened image</source>
      <translation>Image affinée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <source>Pansharpening</source>
      <translation>Affinage</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/outline_checks.py" />
      <source>Part {number} alone: {area}</source>
      <translation>Partie {number} seule : {area}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <location filename="../dinamis_qgis/gui/downloads/transfers_delegate.py" />
      <source>Pause</source>
      <translation>Mettre en pause</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <source>Pause all</source>
      <translation>Tout mettre en pause</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>Pictures are kept in your profile so that they need not come again; the oldest leave by themselves. Quicklooks stay: layers of your projects show them.</source>
      <translation>Les images sont gardées dans votre profil pour ne pas être téléchargées de nouveau ; les plus anciennes partent d'elles-mêmes. Les aperçus restent : des couches de vos projets les montrent.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Place on…</source>
      <translation>Placer sur…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/place_edit.py" />
      <source>Place sought</source>
      <translation>Lieu cherché</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Place: {}</source>
      <translation>Lieu : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Placed by its empty corners, which fit the footprint (north-up, UTM).</source>
      <translation>Placé d'après ses coins vides, qui correspondent à l'emprise (nord en haut, UTM).</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Placed by its empty corners, which fit the footprint (north-up, longitude/latitude).</source>
      <translation>Placé d'après ses coins vides, qui correspondent à l'emprise (nord en haut, longitude/latitude).</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Placed by its projection and the footprint's bounding box.</source>
      <translation>Placé d'après sa projection et le rectangle englobant de l'emprise.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Placed by its projection metadata.</source>
      <translation>Placé d'après sa projection (métadonnées).</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>Placed by the footprint's corners (acquisition frame).</source>
      <translation>Placé d'après les coins de l'emprise (géométrie de prise de vue).</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Places, IGN's mosaics and streamed images were tested against local servers, the register of requests against a PostgreSQL on the same machine.</source>
      <translation>Les lieux, les mosaïques de l'IGN et les images lues à distance ont été essayés sur des serveurs locaux, le registre des demandes sur un PostgreSQL du même poste.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/place_edit.py" />
      <source>Places: {}</source>
      <translation>Lieux : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Placing</source>
      <translation>Placement</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <source>Placing the image</source>
      <translation>Placement de l'image</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/contacts.py" />
      <source>Pléiades images</source>
      <translation>Images Pléiades</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/site_strip.py" />
      <source>Pléiades images of the DINAMIS catalogue: on the web</source>
      <translation>Images Pléiades du catalogue DINAMIS : sur le web</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>PostGIS database…</source>
      <translation>Base PostGIS…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_none.py" />
      <source>Prepare a request</source>
      <translation>Préparer une demande</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/tasking_menu.py" />
      <source>Prepare a tasking</source>
      <translation>Préparer une programmation</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/page.py" />
      <source>Prepare the request</source>
      <translation>Préparer la demande</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/tasking_menu.py" />
      <source>Prepare the tasking of a new image for a usual need</source>
      <translation>Préparer la programmation d'une nouvelle image pour un besoin courant</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/desk.py" />
      <source>Preparing the request</source>
      <translation>Préparation de la demande</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>Previous image</source>
      <translation>Image précédente</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>Previous image (←)</source>
      <translation>Image précédente (←)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>Price</source>
      <translation>Tarif</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <location filename="../dinamis_qgis/core/words.py" />
      <source>Primary</source>
      <translation>Primary</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <source>Primary image, placed {}.</source>
      <translation>Image Primary, placée {}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>Primary image: placed by its corners alone, may be off by hundreds of metres.</source>
      <translation>Image Primary : placée par ses seuls coins, écart possible de plusieurs centaines de mètres.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>Primary image: placed by its model (RPC, mean height), may be off by several metres.</source>
      <translation>Image Primary : placée par son modèle (RPC, altitude moyenne), écart possible de plusieurs mètres.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>Primary, P {} m and MS apart (bundle)</source>
      <translation>Primary, P {} m et MS séparés (bundle)</translation>
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
      <translation>Producteur</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Product</source>
      <translation>Produit</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <source>Product: folder, zip or metadata file (its path)</source>
      <translation>Produit : dossier, zip ou fichier de métadonnées (chemin)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/index_products.py" />
      <source>Products</source>
      <translation>Produits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Products of the delivery</source>
      <translation>Produits de la livraison</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Products were tested on synthetic DIMAP V2 products and on metadata files published by their makers; no delivered image was at hand.</source>
      <translation>Les produits ont été testés sur des produits DIMAP V2 synthétiques et sur des fichiers de métadonnées publiés par leurs producteurs ; aucune image livrée n'était disponible.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>Product…</source>
      <translation>Produit…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Project</source>
      <translation>Projet</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>Projected</source>
      <translation>Projected</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Projection</source>
      <translation>Projection</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail_folds.py" />
      <source>Property</source>
      <translation>Propriété</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Public body</source>
      <translation>Acteur public</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>Purpose</source>
      <translation>Besoin</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Put back</source>
      <translation>Remettre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/dossier_place.py" />
      <source>Put it elsewhere…</source>
      <translation>Le mettre ailleurs…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/key_dialog.py" />
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <source>QGIS asks for the master password of its authentication database</source>
      <translation>QGIS demande le mot de passe principal de sa base d'authentification</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>QGIS has no PostgreSQL connection yet: add one in its browser, or keep the register elsewhere.</source>
      <translation>QGIS n'a pas encore de connexion PostgreSQL : ajoutez-en une dans son explorateur, ou gardez le registre ailleurs.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>QGIS's authentication database did not take the key of {host} ({reason}): check Settings › Options › Authentication.</source>
      <translation>La base d'authentification de QGIS n'a pas pris la clé de {host} ({reason}) : vérifiez Préférences › Options › Authentification.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Quality masks</source>
      <translation>Masques de qualité</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>Quicklook</source>
      <translation>Aperçu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Quicklook (address)</source>
      <translation>Aperçu (adresse)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklook_layers.py" />
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>Quicklook of {}</source>
      <translation>Aperçu : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Quicklook of {}: a picture made for the eye, not the image.</source>
      <translation>Aperçu de {} : un visuel fait pour l'œil, pas l'image.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>Quicklook on the map, and the image for the other pages</source>
      <translation>Aperçu sur la carte, et l'image pour les autres pages</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/layer_groups.py" />
      <location filename="../dinamis_qgis/gui/options/cache.py" />
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
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Radiometry</source>
      <translation>Radiométrie</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Raster of another maker: neither its date nor its credit is known.</source>
      <translation>Image d'un autre producteur : ni sa date ni sa mention ne sont connues.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Raster of another maker; what follows was filled in by hand.</source>
      <translation>Raster d'un autre producteur ; ce qui suit a été complété à la main.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/page.py" />
      <source>Reading the delivery</source>
      <translation>Lecture de la livraison</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>Reading the images</source>
      <translation>Lecture des images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <location filename="../dinamis_qgis/gui/quota/desk.py" />
      <location filename="../dinamis_qgis/gui/quota/page.py" />
      <source>Reading the tariffs</source>
      <translation>Lecture des barèmes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_states.py" />
      <source>Ready</source>
      <translation>Prête</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>Recipient</source>
      <translation>Destinataire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Reduced copies, computed in the background. They go beside the images, or to your profile where nothing can be written there. The images themselves are not changed.</source>
      <translation>Copies réduites, calculées en arrière-plan. Elles vont à côté des images, ou dans votre profil si rien ne peut y être écrit. Les images elles-mêmes ne sont pas modifiées.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Refine</source>
      <translation>Affiner</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>Reflectance</source>
      <translation>Réflectance</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_states.py" />
      <source>Refused</source>
      <translation>Refusée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Region of interest (mask)</source>
      <translation>Zone demandée (masque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>Register</source>
      <translation>Registre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>Register and exports</source>
      <translation>Registre et exports</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/ledger.py" />
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Register of requests</source>
      <translation>Registre des demandes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>Register: {}</source>
      <translation>Registre : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/ledger_notices.py" />
      <source>Register…</source>
      <translation>Registre…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>Relief, DSM</source>
      <translation>Relief, MNS</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <location filename="../dinamis_qgis/gui/searches/keep_dialog.py" />
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Remove</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>Remove from the library</source>
      <translation>Retirer de la bibliothèque</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Remove the quicklook</source>
      <translation>Retirer l'aperçu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <source>Remove this catalogue from the list</source>
      <translation>Retirer ce catalogue de la liste</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/downloads.py" />
      <source>Removing unfinished files</source>
      <translation>Suppression des fichiers incomplets</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Rename</source>
      <translation>Renommer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <source>Replace the key…</source>
      <translation>Remplacer la clé…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/ledger_notices.py" />
      <source>Replace theirs</source>
      <translation>Remplacer la sienne</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <source>Request</source>
      <translation>Demander</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Requester</source>
      <translation>Demandeur</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Requester and contractor</source>
      <translation>Demandeur et prestataire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/gui/requests/totals_dialog.py" />
      <location filename="../dinamis_qgis/processing/algorithm.py" />
      <source>Requests</source>
      <translation>Demandes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Requests exported to {}.</source>
      <translation>Demandes exportées dans {}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Reset</source>
      <translation>Réinitialiser</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <source>Resolution</source>
      <translation>Résolution</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Resolution at most</source>
      <translation>Résolution au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Resolution at most (m)</source>
      <translation>Résolution au plus (m)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <source>Resolution, mode</source>
      <translation>Résolution, mode</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>Result</source>
      <translation>Résultat</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/keep.py" />
      <source>Results kept in {}</source>
      <translation>Résultats conservés dans {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <location filename="../dinamis_qgis/gui/downloads/transfers_delegate.py" />
      <source>Resume</source>
      <translation>Reprendre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <source>Resume all</source>
      <translation>Tout reprendre</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <location filename="../dinamis_qgis/gui/streaming/desk.py" />
      <source>Retry</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/importer.py" />
      <source>Review the columns</source>
      <translation>Revoir les colonnes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>Revoke</source>
      <translation>Révoquer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Run again</source>
      <translation>Relancer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>SPOT 1-5 historical images</source>
      <translation>Images historiques SPOT 1-5</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/contacts.py" />
      <source>SPOT 6-7 images</source>
      <translation>Images SPOT 6-7</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>STAC API</source>
      <translation>API STAC</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <source>STAC file</source>
      <translation>Fichier STAC</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>STAC file (ItemCollection)</source>
      <translation>Fichier STAC (ItemCollection)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <source>STAC file (ItemCollection)…</source>
      <translation>Fichier STAC (ItemCollection)…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <source>STAC service, by its address</source>
      <translation>Service STAC, par son adresse</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>STAC, API or files (its address tells)</source>
      <translation>STAC, API ou fichiers (selon l'adresse)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Same contrast for all</source>
      <translation>Même contraste pour toutes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Satellite images for your territory</source>
      <translation>Images satellitaires pour votre territoire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/desk.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Save</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Save the project: the search is kept with it.</source>
      <translation>Enregistrez le projet : la recherche est gardée avec lui.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/keep_dialog.py" />
      <source>Saved search</source>
      <translation>Recherche gardée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Saved zone: {}</source>
      <translation>Zone gardée : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Scenes at most</source>
      <translation>Scènes au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Scenes that the service counts</source>
      <translation>Scènes comptées par le service</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>Schema</source>
      <translation>Schéma</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Scientific body</source>
      <translation>Acteur scientifique</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/dock.py" />
      <location filename="../dinamis_qgis/gui/search/form.py" />
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <location filename="../dinamis_qgis/processing/algorithm.py" />
      <source>Search</source>
      <translation>Rechercher</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Search a catalogue of images</source>
      <translation>Rechercher dans un catalogue d'images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Search in progress</source>
      <translation>Recherche en cours</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/my_searches.py" />
      <source>Search kept: “{}”. It is under ⋮ › My searches.</source>
      <translation>Recherche gardée : « {} ». Elle est sous ⋮ › Mes recherches.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/login_note.py" />
      <source>Search needs no account; opening will ask you to sign in.</source>
      <translation>Recherche possible sans compte ; l'ouverture demandera une connexion.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Search was tested against stac-fastapi-pgstac (the software behind the Montpellier catalogue) with invented scenes, and against local servers that play its faults.</source>
      <translation>La recherche a été testée sur stac-fastapi-pgstac (le logiciel du catalogue de Montpellier) avec des scènes inventées, et sur des serveurs locaux qui imitent ses pannes.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover.py" />
      <source>Search with a zone to choose the images that cover it</source>
      <translation>Cherchez avec une zone pour choisir les images qui la couvrent</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/plugin.py" />
      <source>Search, place, estimate and open Pléiades and SPOT imagery</source>
      <translation>Rechercher, placer, estimer et ouvrir des images Pléiades et SPOT</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Searched without account; its files are had through its form</source>
      <translation>Recherche sans compte ; ses fichiers s'obtiennent par son formulaire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Searched without account; its files take an API key</source>
      <translation>Recherche sans compte ; ses fichiers demandent une clé d'API</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Searched without account; its files take an account or a pair of keys</source>
      <translation>Recherche sans compte ; ses fichiers demandent un compte ou une paire de clés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>Searched zone</source>
      <translation>Zone de recherche</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>Searches</source>
      <translation>Recherches</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Searches a catalogue and gives the footprint of each scene found, newest first.

The catalogue is the id of a configured one, the address of a STAC API or of a static STAC catalogue, or the path of a STAC ItemCollection file or of a folder of products. The zone is the extent, the polygons (united), or what both have in common. Dates are UTC and inclusive; a day alone is the whole day.

A scene whose value is unknown is kept by a filter on it, and its value is NULL. MATCHED is the service's own count; it is NULL where the service does not say, or where the plugin had to filter its answer.</source>
      <translation>Recherche dans un catalogue et donne l'emprise de chaque scène trouvée, la plus récente d'abord.

Le catalogue est l'identifiant d'un catalogue configuré, l'adresse d'une API STAC ou d'un catalogue STAC statique, ou le chemin d'un fichier STAC ItemCollection ou d'un dossier de produits. La zone est l'emprise, les polygones (réunis), ou ce que les deux ont en commun. Les dates sont en UTC, bornes comprises ; un jour seul est le jour entier.

Une scène dont une valeur est inconnue est gardée par le filtre sur cette valeur, qui est alors NULL. MATCHED est le compte donné par le service ; il est NULL quand le service ne le donne pas, ou quand l'extension a dû filtrer sa réponse.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/index_products.py" />
      <source>Searches a folder in depth, archives included, for products (Pléiades, SPOT 6-7) and for images named as OpenSPOT and IGN name theirs, and gives the footprint of each: of its pixels where the product says it, else of its raster. Each DIM_….XML file is a product; a bundle has two.

Nothing is written in the folder. What announces itself as a product and cannot be read is counted in SKIPPED, and the log says why.</source>
      <translation>Cherche dans un dossier, sous-dossiers et archives compris, les produits (Pléiades, SPOT 6-7) et les images nommées comme le font OpenSPOT et l'IGN, et donne l'emprise de chacun : celle de ses pixels quand le produit l'indique, sinon celle de l'image entière. Chaque fichier DIM_….XML est un produit ; un bundle en a deux.

Rien n'est écrit dans le dossier. Ce qui s'annonce comme un produit et ne peut pas être lu est compté dans SKIPPED, et le journal dit pourquoi.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Searches and files take an API key</source>
      <translation>Recherches et fichiers demandent une clé d'API</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Searching… %n image(s) received</source>
      <translation>
        <numerusform>Recherche… %n image reçue</numerusform>
        <numerusform>Recherche… %n images reçues</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/key_dialog.py" />
      <source>Secret key</source>
      <translation>Clé secrète</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/news.py" />
      <source>See</source>
      <translation>Voir</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_opener.py" />
      <source>See the access</source>
      <translation>Voir l'accès</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/licence_reminder.py" />
      <source>See the licence</source>
      <translation>Voir la licence</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Selected features</source>
      <translation>Entités sélectionnées</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/controller.py" />
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Selected features ({})</source>
      <translation>Entités sélectionnées ({})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Selection</source>
      <translation>Sélection</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>Send the form and download</source>
      <translation>Envoyer et télécharger</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <location filename="../dinamis_qgis/gui/requests/totals_dialog.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Sensor</source>
      <translation>Capteur</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_states.py" />
      <source>Sent</source>
      <translation>Envoyée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Sentinel-2</source>
      <translation>Sentinel-2</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>Several images as one: the selected ones, or those on the map</source>
      <translation>Plusieurs images en une : celles sélectionnées, ou celles de la carte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <source>Share of the zone covered (%)</source>
      <translation>Part de la zone couverte (%)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Share of the zone covered at least (%)</source>
      <translation>Part de la zone couverte au moins (%)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Share of the zone that one image covers. An unknown footprint is kept.</source>
      <translation>Part de la zone que couvre une image. Une emprise inconnue est gardée.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <source>Sharing the contrast</source>
      <translation>Contraste commun</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>Show</source>
      <translation>Afficher</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/strip.py" />
      <location filename="../dinamis_qgis/gui/library/empty.py" />
      <source>Show all</source>
      <translation>Tout afficher</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Show in</source>
      <translation>Afficher en</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>Show it on the map</source>
      <translation>L'afficher sur la carte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Show on the map</source>
      <translation>Afficher sur la carte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/streaming/desk.py" />
      <source>Sign in</source>
      <translation>Se connecter</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/remedies.py" />
      <source>Sign in again</source>
      <translation>Se reconnecter</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <source>Sign in: {}</source>
      <translation>Connexion : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/remedies.py" />
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <location filename="../dinamis_qgis/gui/requests/ledger_notices.py" />
      <location filename="../dinamis_qgis/gui/welcome/doors.py" />
      <source>Sign in…</source>
      <translation>Se connecter…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <source>Sign out</source>
      <translation>Se déconnecter</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>Sign out first: this key is in use here.</source>
      <translation>Déconnectez-vous d'abord : cette clé est utilisée ici.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/sign_in.py" />
      <source>Sign-in</source>
      <translation>Connexion</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Signing service</source>
      <translation>Service de signature</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/streamed_layers.py" />
      <source>Signing the streamed layers</source>
      <translation>Signature des couches en flux</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/outline_checks.py" />
      <source>Simplify (+{})</source>
      <translation>Simplifier (+{})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Skip</source>
      <translation>Passer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_sheet.py" />
      <source>Small map: Natural Earth. Zone: the requester. Sheet made with QGIS and the DINAMIS plugin.</source>
      <translation>Petite carte : Natural Earth. Zone : le demandeur. Fiche faite avec QGIS et l'extension DINAMIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Snow (mask)</source>
      <translation>Neige (masque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Snow cover</source>
      <translation>Couverture neigeuse</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>Some of its images have no overviews: views of the whole are slow, a GeoTIFF's are not.</source>
      <translation>Certaines de ses images n'ont pas de pyramides : les vues d'ensemble sont lentes, celles d'un GeoTIFF non.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>Somebody changed this request meanwhile: it stays. Look at it first.</source>
      <translation>Quelqu'un a modifié cette demande entre-temps : elle reste. Regardez-la d'abord.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Sorts by date</source>
      <translation>Trie par date</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/access_words.py" />
      <source>Source: {source}, read on {day}.</source>
      <translation>Source : {source}, lue le {day}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>Source: {}</source>
      <translation>Source : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>Sources: dinamis.data-terra.org (scheme, tariffs), the STAC and DIMAP V2 specifications. Free software under the GNU General Public License, version 2 or later.</source>
      <translation>Sources : dinamis.data-terra.org (dispositif, barèmes), les spécifications STAC et DIMAP V2. Logiciel libre sous licence publique générale GNU, version 2 ou ultérieure.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Spectral</source>
      <translation>Spectral</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Spectral mode</source>
      <translation>Mode spectral</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Spectral mode (P, MS, PMS, P+MS)</source>
      <translation>Mode spectral (P, MS, PMS, P+MS)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Spectral product</source>
      <translation>Produit spectral</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/outline_checks.py" />
      <source>Split…</source>
      <translation>Scinder…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>Spreadsheet</source>
      <translation>Tableur</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <location filename="../dinamis_qgis/gui/requests/totals_dialog.py" />
      <source>State</source>
      <translation>État</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>State of the request</source>
      <translation>État de la demande</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <source>State of the sign-in</source>
      <translation>État de la connexion</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/my_requests.py" />
      <source>State, in your own words</source>
      <translation>État, avec vos mots</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>Static STAC catalogue</source>
      <translation>Catalogue STAC statique</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>Stereo</source>
      <translation>Stéréo</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <source>Stop indexing</source>
      <translation>Arrêter l'indexation</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <source>Stop indexing; what was read is kept</source>
      <translation>Arrêter l'indexation ; ce qui a été lu est gardé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Stray light (mask)</source>
      <translation>Lumière parasite (masque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/streamed_image.py" />
      <source>Streamed from the service that keeps it: to display it, QGIS needs the DINAMIS plugin, a connection and, where the service wants one, an account.</source>
      <translation>Lue en flux depuis le service qui la conserve : pour l'afficher, il faut à QGIS l'extension DINAMIS, une connexion et, si le service en demande un, un compte.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/period_box.py" />
      <source>Summer</source>
      <translation>Été</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Summer {}</source>
      <translation>Été {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Sun elevation</source>
      <translation>Élévation du soleil</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/accounts_box.py" />
      <source>Take the account that the teledetection package keeps in {}? Its files stay as they are.</source>
      <translation>Reprendre le compte que le paquet teledetection garde dans {} ? Ses fichiers restent tels quels.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/ribbon_row.py" />
      <source>Take the active layer's lines: the selected ones, else all</source>
      <translation>Prendre les lignes de la couche active : celles sélectionnées, sinon toutes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Takes rectangles only (GET): zones are cut here</source>
      <translation>Ne prend que des rectangles (GET) : la zone est appliquée ici</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Takes zones of any shape (POST)</source>
      <translation>Prend des zones de toute forme (POST)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Tariff</source>
      <translation>Barème</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>Tariff (empty: the one in force)</source>
      <translation>Barème (vide : celui en vigueur)</translation>
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
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Tariff {} has no such sensor: choose another one.</source>
      <translation>Le barème {} n'a pas ce capteur : choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>Tariff {} imported.</source>
      <translation>Barème {} importé.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>Tariffs</source>
      <translation>Barèmes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>Tariffs (*.json)</source>
      <translation>Barèmes (*.json)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>Tariffs are dated files. The newest one in force on the day is used; DINAMIS reviews its tariff every quarter, and only its quote binds. A file that is wrong is refused, and the last good one serves.</source>
      <translation>Les barèmes sont des fichiers datés. Le plus récent en vigueur le jour même est utilisé ; DINAMIS revoit le sien chaque trimestre, et seul son devis fait foi. Un fichier incorrect est refusé, et le dernier bon barème sert.</translation>
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
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Technical quality (mask)</source>
      <translation>Qualité technique (masque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/keep_dialog.py" />
      <source>Tell me of new images when a project opens</source>
      <translation>Signaler les nouvelles images à l'ouverture d'un projet</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <source>Terrain model (Primary products)</source>
      <translation>MNT (produits Primary)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Terrain model's quality (mask)</source>
      <translation>Qualité du MNT (masque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/my_territory.py" />
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Territories</source>
      <translation>Territoires</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/territory.py" />
      <source>Territory</source>
      <translation>Territoire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Territory sought</source>
      <translation>Territoire cherché</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_list.py" />
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/connection_box.py" />
      <source>Test in progress</source>
      <translation>Test en cours</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/connection_box.py" />
      <source>Test the connection</source>
      <translation>Tester la connexion</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <source>Text copied: paste it into the form. Nothing was sent.</source>
      <translation>Texte copié : collez-le dans le formulaire. Rien n'a été envoyé.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_layer.py" />
      <source>Text to hand over with it</source>
      <translation>Texte à remettre avec elle</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <source>Text to paste</source>
      <translation>Texte à coller</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_sheet.py" />
      <source>Texts cut short by “…” are whole in request.txt.</source>
      <translation>Les textes coupés par « … » sont entiers dans request.txt.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>That of most images</source>
      <translation>Celui de la plupart des images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>The Pléiades catalogue has no known interface for machines: this plugin does not search it.</source>
      <translation>Le catalogue Pléiades n'a pas d'interface connue pour les machines : cette extension ne l'interroge pas.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The Python package {package} was loaded, by QGIS or another plugin, in a way that could crash QGIS: install your system's own (python3-{package}) instead of pip's or deactivate that plugin, then restart QGIS.</source>
      <translation>Le paquet Python {package} a été chargé, par QGIS ou une autre extension, d'une façon qui pourrait faire planter QGIS : installez celui de votre système (python3-{package}) au lieu de celui de pip, ou désactivez cette extension, puis redémarrez QGIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>The address of “{}” holds a password or a key, which would lie in a file that others may read: remove it from the address.</source>
      <translation>L'adresse de « {} » contient un mot de passe ou une clé, qui resterait dans un fichier lisible par d'autres : retirez-les de l'adresse.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The catalogue file {file} is not used ({reason}): correct it, or choose another one.</source>
      <translation>Le fichier de catalogue {file} n'est pas utilisé ({reason}) : corrigez-le, ou choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/start.py" />
      <source>The catalogue gives no file to download for this image.</source>
      <translation>Le catalogue ne donne aucun fichier à télécharger pour cette image.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>The catalogue gives no footprint for this image.</source>
      <translation>Le catalogue ne donne pas l'emprise de cette image.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The catalogue of {host} was read up to {bound} and goes on: give the address of one of its parts to see the rest.</source>
      <translation>Le catalogue de {host} a été lu jusqu'à {bound} et continue : donnez l'adresse d'une de ses parties pour voir la suite.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/access_words.py" />
      <source>The catalogue's own words</source>
      <translation>Selon le catalogue</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/metasearch.py" />
      <source>The catalogues of Data Terra's poles are all in MetaSearch already (%n).</source>
      <translation>
        <numerusform>Le catalogue des pôles de Data Terra est déjà dans MetaSearch (%n).</numerusform>
        <numerusform>Les catalogues des pôles de Data Terra sont déjà tous dans MetaSearch (%n).</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <source>The category of the tariff that you belong to</source>
      <translation>Votre catégorie dans le barème</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The certificate of {host} is refused ({reason}): if your organisation's network uses its own certificate authority, add it in Settings › Options › Authentication.</source>
      <translation>Le certificat de {host} est refusé ({reason}) : si le réseau de votre organisme a sa propre autorité de certification, ajoutez-la dans Préférences › Options › Authentification.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>The code was not confirmed in time ({host}): ask for another one.</source>
      <translation>Le code n'a pas été confirmé à temps ({host}) : demandez-en un autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/importer.py" />
      <source>The columns were read as the last time.</source>
      <translation>Les colonnes ont été lues comme la dernière fois.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/credit_function.py" />
      <source>The credit lines of the DINAMIS images in sight, each once with all its years.</source>
      <translation>Les mentions des images DINAMIS affichées, chacune une fois avec toutes ses années.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/territory.py" />
      <source>The demonstration shows invented territories. Your own territory stays as it is.</source>
      <translation>La démonstration montre des territoires inventés. Le vôtre reste tel quel.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_words.py" />
      <source>The description of the product {file} is broken or incomplete ({reason}): nothing was opened; ask for the product again, or open its image file directly.</source>
      <translation>La description du produit {file} est abîmée ou incomplète ({reason}) : rien n'a été ouvert ; redemandez le produit, ou ouvrez directement son fichier image.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_work.py" />
      <source>The disk of this image is absent: {}</source>
      <translation>Le disque de cette image est absent : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>The extent says no CRS: write it as xmin,xmax,ymin,ymax [EPSG:4326].</source>
      <translation>L'emprise n'indique pas de SCR : écrivez-la sous la forme xmin,xmax,ymin,ymax [EPSG:4326].</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/download_words.py" />
      <source>The files of {host} are had through its form, in which one accepts the licence: search for the image in the DINAMIS panel, and choose Download there.</source>
      <translation>Les fichiers de {host} s'obtiennent par son formulaire, où l'on accepte la licence : cherchez l'image dans le panneau DINAMIS, puis Télécharger.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>The first image of the list lies on top.</source>
      <translation>La première image de la liste est dessus.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>The folder itself is left alone.</source>
      <translation>Le dossier lui-même reste intact.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>The form is sent…</source>
      <translation>Envoi du formulaire…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/load_product.py" />
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>The image must be a .vrt or a .tif file: change the end of its name.</source>
      <translation>L'image doit être un fichier .vrt ou .tif : changez la fin de son nom.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>The key is revoked.</source>
      <translation>La clé est révoquée.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>The keys of {host} are in QGIS's authentication database, which is locked: give its master password in Settings › Options › Authentication.</source>
      <translation>Les clés de {host} sont dans la base d'authentification de QGIS, qui est verrouillée : donnez son mot de passe principal dans Préférences › Options › Authentification.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>The layer has no coordinate reference system: set it in the properties of the layer.</source>
      <translation>La couche n'a pas de SCR : définissez-le dans les propriétés de la couche.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>The licence of the image is not known here: read it there.</source>
      <translation>La licence de l'image n'est pas connue ici : lisez-la sur le site.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>The licence of this image is not known.</source>
      <translation>La licence de cette image n'est pas connue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>The lines have too many vertices for a buffer: select some of them, or simplify them.</source>
      <translation>Les lignes ont trop de sommets pour un tampon : sélectionnez-en une partie, ou simplifiez-les.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>The map shows no place yet: add a layer or a base map, or choose your territory.</source>
      <translation>La carte ne montre encore aucun lieu : ajoutez une couche ou un fond de carte, ou choisissez votre territoire.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/tip_function.py" />
      <source>The map tip of a footprint, with its picture, as HTML.</source>
      <translation>L'infobulle d'une emprise, avec son aperçu, en HTML.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>The masks of a Primary image are in its own pixels: they are not laid on the map.</source>
      <translation>Les masques d'une image Primary sont dans ses propres pixels : ils ne sont pas placés sur la carte.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>The new key is kept here and used from now on.</source>
      <translation>La nouvelle clé est gardée ici et utilisée désormais.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>The organisation joins (its legal representative), then each agent creates an account, which the DINAMIS correspondent activates.</source>
      <translation>L'organisme adhère (représentant légal), puis chaque agent crée un compte, activé par le référent DINAMIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>The outline of the zone crosses itself: move the vertices that cross, or repair the layer with the algorithm “Fix geometries”.</source>
      <translation>Le contour de la zone se croise : déplacez les sommets en cause, ou réparez la couche avec le traitement « Réparer les géométries ».</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The period of the request ends before it begins: correct its dates.</source>
      <translation>La période de la demande finit avant de commencer : corrigez ses dates.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>The price of stereo and tri-stereo: a single image is counted here.</source>
      <translation>Le tarif de la stéréo et de la tri-stéréo : une seule image est comptée ici.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>The product says</source>
      <translation>Le produit indique</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>The product's cloud mask is empty or cannot be read, or its layer was removed.</source>
      <translation>Le masque de nuages du produit est vide ou illisible, ou sa couche a été retirée.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>The project has no coordinate reference system: choose one at the bottom right of QGIS.</source>
      <translation>Le projet n'a pas de système de coordonnées : choisissez-en un en bas à droite de QGIS.</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/gui/keep.py" />
      <source>The project is saved; %n layer(s) of search results in it are temporary.</source>
      <translation>
        <numerusform>Le projet est enregistré ; %n couche de résultats de recherche y est temporaire.</numerusform>
        <numerusform>Le projet est enregistré ; %n couches de résultats de recherche y sont temporaires.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>The project's CRS cannot show this image's place: choose another one, EPSG:3857 for instance.</source>
      <translation>Le SCR du projet ne permet pas d'afficher le lieu de cette image : choisissez-en un autre, par exemple EPSG:3857.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>The projection “{}” is not known: write its code, such as EPSG:2154.</source>
      <translation>La projection « {} » est inconnue : écrivez son code, tel EPSG:2154.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The proxy asks for authentication: Settings › Options › Network.</source>
      <translation>Le proxy demande une authentification : Préférences › Options › Réseau.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The proxy does not answer, or refuses to relay to {host}: check its address, user and password in Settings › Options › Network.</source>
      <translation>Le proxy ne répond pas, ou refuse de relayer vers {host} : vérifiez son adresse, l'utilisateur et le mot de passe dans Préférences › Options › Réseau.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The proxy refuses the user or the password: Settings › Options › Network.</source>
      <translation>Le proxy refuse l'utilisateur ou le mot de passe : Préférences › Options › Réseau.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>The quicklook could not be shown.</source>
      <translation>L'aperçu n'a pas pu être affiché.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The quicklook is not a picture that can be placed: use the footprint, or open the image itself.</source>
      <translation>L'aperçu n'est pas une image que l'on puisse placer : servez-vous de l'emprise, ou ouvrez l'image elle-même.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>The register keeps the requests with their zones, states and history as ordinary layers, which any QGIS opens. What cannot be saved there waits in your profile and is saved later.</source>
      <translation>Le registre garde les demandes avec leurs zones, leurs états et leur historique en couches ordinaires, que tout QGIS ouvre. Ce qui ne peut y être enregistré attend dans votre profil et l'est plus tard.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/register_menu.py" />
      <source>The register of my profile</source>
      <translation>Le registre de mon profil</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_refusals.py" />
      <source>The register {file} cannot be reached ({reason}): check the drive, the network or the connection. What you save meanwhile is kept in your profile.</source>
      <translation>Le registre {file} est hors d'atteinte ({reason}) : vérifiez le disque, le réseau ou la connexion. Ce que vous enregistrez d'ici là est gardé dans votre profil.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_refusals.py" />
      <source>The register {} asks who you are: sign in with your user name and password of the database. What you save meanwhile is kept in your profile.</source>
      <translation>Le registre {} demande qui vous êtes : connectez-vous avec vos nom et mot de passe de la base. Ce que vous enregistrez entre-temps est gardé dans votre profil.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The request is out of bounds for {field}: give a value within {value}.</source>
      <translation>La demande sort des bornes pour {field} : donnez une valeur dans {value}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The request says “{value}” for {field}, which is not known: choose another value.</source>
      <translation>La demande dit « {value} » pour {field}, valeur inconnue : choisissez-en une autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The request {file} cannot be read ({reason}): choose a request.json written by DINAMIS.</source>
      <translation>La demande {file} est illisible ({reason}) : choisissez un request.json écrit par DINAMIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/saved_words.py" />
      <source>The searches of {file} cannot be read ({reason}): the file is left as it is, and kept as .bak when you keep another search.</source>
      <translation>Les recherches de {file} ne peuvent pas être lues ({reason}) : le fichier reste tel quel, et sera gardé en .bak lorsque vous garderez une autre recherche.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>The service does not sort by date: of a search that was cut, more recent images may be missing.</source>
      <translation>Le service ne trie pas par date : si la recherche est tronquée, des images plus récentes peuvent manquer.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>The service knows of no key of yours.</source>
      <translation>Le service ne connaît aucune clé à votre nom.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>The sign-in was refused ({host}): start again, or ask the service for access.</source>
      <translation>La connexion a été refusée ({host}) : recommencez, ou demandez un accès au service.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>The signing service of “{}” needs an address that begins with https://.</source>
      <translation>Le service de signature de « {} » demande une adresse qui commence par https://.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/totals_dialog.py" />
      <source>The tariff does not say over which period its free quota runs: what would be left of it is no figure, and none is shown.</source>
      <translation>Le barème ne dit pas sur quelle période court son quota de gratuité : ce qu'il en resterait n'est pas un chiffre, aucun n'est affiché.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>The tariff file {file} is left out: {key} is wrong. Correct it, or remove the file; the log panel says more.</source>
      <translation>Le barème {file} est écarté : {key} est incorrect. Corrigez-le ou retirez le fichier ; le journal en dit plus.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/desk.py" />
      <source>The ticked images cover the whole zone: there is nothing to order.</source>
      <translation>Les images cochées couvrent toute la zone : il n'y a rien à commander.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/compare.py" />
      <source>The two ticked images side by side, the older one on the left. Esc ends it.</source>
      <translation>Les deux images cochées côte à côte, la plus ancienne à gauche. Échap y met fin.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>The zone cannot be used: choose or draw another one.</source>
      <translation>La zone est inutilisable : choisissez-en ou dessinez-en une autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/site_strip.py" />
      <source>The zone is copied as text (WGS 84 extent and WKT). The site opens at its first page, not at the zone.</source>
      <translation>La zone est copiée comme texte (emprise WGS 84 et WKT). Le site s'ouvre à sa première page, pas sur la zone.</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>The zone is counted once: the request asks for %n date(s).</source>
      <translation>
        <numerusform>La zone est comptée une fois : la demande porte sur %n date.</numerusform>
        <numerusform>La zone est comptée une fois : la demande porte sur %n dates.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>The zone is empty: draw a polygon, or choose another zone.</source>
      <translation>La zone est vide : dessinez un polygone, ou choisissez une autre zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>The zone is not a polygon: draw one, or choose a polygon layer.</source>
      <translation>La zone n'est pas un polygone : dessinez-en un, ou choisissez une couche de polygones.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>The zone lies outside the domain of its coordinate reference system: check the CRS of the layer or of the project, or reduce the zone.</source>
      <translation>La zone sort du domaine de son SCR : vérifiez le SCR de la couche ou du projet, ou réduisez la zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>The zone that is proposed by default from now on, on every page</source>
      <translation>La zone proposée désormais par défaut, sur chaque page</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/territory.py" />
      <source>The zone that is proposed first, in searches and requests.</source>
      <translation>La zone proposée par défaut, dans les recherches et les demandes.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <location filename="../dinamis_qgis/gui/options/themes_table.py" />
      <source>Theme</source>
      <translation>Thème</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/themes_table.py" />
      <source>Themes and their collections</source>
      <translation>Thèmes et leurs collections</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>There are more images than the limit: the first received are given, which may not be the most recent.</source>
      <translation>Il y a plus d'images que la limite : les premières reçues sont données, qui ne sont peut-être pas les plus récentes.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>There are more images than the limit: the most recent ones are given.</source>
      <translation>Il y a plus d'images que la limite : les plus récentes sont données.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>There are only points, which surround nothing: give polygons, or lines to draw a buffer around.</source>
      <translation>Il n'y a que des points, qui n'entourent rien : donnez des polygones, ou des lignes pour un tampon.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>There is no bookmark yet: make one with View › New Spatial Bookmark…</source>
      <translation>Il n'y a pas encore de signet : créez-en un par Vue › Nouveau signet spatial…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>There is no image to assemble: choose one at least.</source>
      <translation>Aucune image à assembler : choisissez-en au moins une.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>There is no line to draw a buffer around: draw one, or make a layer of lines the active one.</source>
      <translation>Il n'y a pas de ligne pour un tampon : dessinez-en une, ou rendez active une couche de lignes.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>There is no polygon layer to take the zone from: add one, or draw the zone.</source>
      <translation>Aucune couche de polygones ne peut fournir la zone : ajoutez-en une, ou dessinez la zone.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/download_words.py" />
      <source>There is no room for {file} on its disk: free {size} MB, or choose a folder on another disk. What has come is kept, and goes on from there.</source>
      <translation>Il n'y a pas de place pour {file} sur son disque : libérez {size} Mo, ou choisissez un dossier sur un autre disque. Ce qui est arrivé est gardé, et le téléchargement reprendra de là.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/download_words.py" />
      <source>There is no room for {file} on its disk: make room, or choose a folder on another disk.</source>
      <translation>Il n'y a pas de place pour {file} sur son disque : libérez de la place, ou choisissez un dossier sur un autre disque.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>There is no tariff {}: leave the field empty for the one in force.</source>
      <translation>Il n'y a pas de barème {} : laissez le champ vide pour celui en vigueur.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>These files open for those who have an account ({host}): sign in, or add a key, in Settings › Options › DINAMIS.</source>
      <translation>Ces fichiers s'ouvrent avec un compte ({host}) : connectez-vous, ou ajoutez une clé, dans Préférences › Options › DINAMIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>These images lie too far apart to be one: assemble those of one region.</source>
      <translation>Ces images sont trop éloignées pour n'en faire qu'une : assemblez celles d'une même région.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>These outlines are invented. Your own territory stays as it is.</source>
      <translation>Ces contours sont inventés. Votre propre territoire ne change pas.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/list_dialog.py" />
      <source>These searches are all here already.</source>
      <translation>Ces recherches sont déjà toutes là.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/metasearch.py" />
      <source>They are under Web › MetaSearch, tab “Services”.</source>
      <translation>Ils se trouvent sous Internet › MetaSearch, onglet « Services ».</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/overview_work.py" />
      <source>This image needs no more overviews.</source>
      <translation>Cette image n'a pas besoin d'autres pyramides.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>This is no key of {host}: copy it whole, without spaces.</source>
      <translation>Ce n'est pas une clé de {host} : copiez-la entière, sans espace.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>This is not a Pléiades or SPOT DIMAP product: image added as it is, without date or credit.</source>
      <translation>Ce n'est pas un produit DIMAP Pléiades ou SPOT : image ajoutée telle quelle, sans date ni mention.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/footprint_source.py" />
      <source>This layer has no field “scene_id”: give a footprint layer made by a DINAMIS search.</source>
      <translation>Cette couche n'a pas de champ « scene_id » : donnez une couche d'emprises issue d'une recherche DINAMIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>This page stays under ⋮ › Welcome.</source>
      <translation>Cette page reste sous ⋮ › Accueil.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>This year</source>
      <translation>Cette année</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Those that are ticked are searched.</source>
      <translation>Ceux qui sont cochés sont interrogés.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>Thumbnails</source>
      <translation>Vignettes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/cover.py" />
      <source>Tick the images that together cover the searched zone</source>
      <translation>Cocher les images qui, ensemble, couvrent la zone cherchée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/compare.py" />
      <source>Tick two images that have a quicklook to compare them</source>
      <translation>Cocher deux images qui ont un aperçu pour les comparer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>Ticked</source>
      <translation>Cochées</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/measure_words.py" />
      <source>Ticked images: they cover {} of the zone</source>
      <translation>Images cochées : couvrent {} de la zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/measure_words.py" />
      <source>Ticked images: what they cover is unknown</source>
      <translation>Images cochées : couverture inconnue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>Tiles missing in the delivery: {}.</source>
      <translation>Dalles absentes de la livraison : {}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/timeline_bars.py" />
      <source>Timeline</source>
      <translation>Chronologie</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Title</source>
      <translation>Intitulé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>To (UTC, inclusive)</source>
      <translation>Au (UTC, compris)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>To be checked before the image is handed over: the text beside it says so.</source>
      <translation>À vérifier avant de remettre l'image : le texte qui l'accompagne le dit.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/figures.py" />
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>To order</source>
      <translation>À commander</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_export.py" />
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <source>To order (km²)</source>
      <translation>À commander (km²)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <source>Tri-stereo</source>
      <translation>Tri-stéréo</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <location filename="../dinamis_qgis/gui/downloads/transfers_delegate.py" />
      <source>Try again</source>
      <translation>Recommencer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/form.py" />
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Try the demonstration</source>
      <translation>Essayer la démonstration</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Try the demonstration (no account)</source>
      <translation>Essayer la démonstration (sans compte)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>Two mosaics side by side: the older one left of a divider. Esc ends it.</source>
      <translation>Deux mosaïques côte à côte : la plus ancienne à gauche d'un rideau. Échap y met fin.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/place_edit.py" />
      <source>Type at least three letters, then choose with the arrows and Enter.</source>
      <translation>Tapez au moins trois lettres, puis choisissez avec les flèches et Entrée.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <source>Type the name of your territory, or take its outline from a file, a selection or the drawn zone.</source>
      <translation>Tapez le nom de votre territoire, ou prenez son contour dans un fichier, une sélection ou la zone dessinée.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail_folds.py" />
      <source>Type, size</source>
      <translation>Type, taille</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>Unexpected error ({}). The log panel, tab DINAMIS, holds the details.</source>
      <translation>Erreur inattendue ({}). Le panneau Journal des messages, onglet DINAMIS, en donne le détail.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>Unit</source>
      <translation>Unité</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Unit of the clouds</source>
      <translation>Unité des nuages</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>Unit of the resolution</source>
      <translation>Unité de la résolution</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/transfer_actions.py" />
      <source>Up</source>
      <translation>Monter</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Usual choices for a need; each may be changed below</source>
      <translation>Choix habituels pour un besoin ; chacun peut être changé plus bas</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail_folds.py" />
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/mosaic_products.py" />
      <source>Values</source>
      <translation>Valeurs</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>Values stretched to 1–255, for programs that show nothing else: no measurement is made on them.</source>
      <translation>Valeurs étirées vers 1–255, pour les logiciels qui n'affichent rien d'autre : on n'y fait pas de mesure.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_menus.py" />
      <source>Vector files</source>
      <translation>Fichiers vectoriels</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_form.py" />
      <source>Verified</source>
      <translation>Vérifié</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/copy_details.py" />
      <source>Versions, service and status, for support; no key, no password</source>
      <translation>Versions, service et état, pour l'assistance ; ni clé ni mot de passe</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Very-high-resolution images</source>
      <translation>Images très haute résolution</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <location filename="../dinamis_qgis/gui/downloads/start.py" />
      <source>View</source>
      <translation>Voir</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Viewing</source>
      <translation>Prise de vue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Viewing mode</source>
      <translation>Prise de vue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/overview_work.py" />
      <source>Views of the whole are slow without overviews; they are written beside the image, else to your profile.</source>
      <translation>Sans pyramides, les vues d'ensemble sont lentes ; elles s'écrivent à côté de l'image, sinon dans votre profil.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>Virtual image (immediate)</source>
      <translation>Image virtuelle (immédiat)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>Virtual mosaic (immediate)</source>
      <translation>Mosaïque virtuelle (immédiat)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <source>Waiting for you to confirm in the browser…</source>
      <translation>En attente de votre confirmation dans le navigateur…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>Water (mask)</source>
      <translation>Eau (masque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Water and snow</source>
      <translation>Eau et neige</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/menu_entries.py" />
      <source>Welcome</source>
      <translation>Accueil</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/form.py" />
      <location filename="../dinamis_qgis/gui/search/theme_box.py" />
      <source>What</source>
      <translation>Quoi</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>What cannot be read</source>
      <translation>Ce qui ne peut pas être lu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>What it allows</source>
      <translation>Ce qu'elle permet</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>What the images are for</source>
      <translation>À quoi serviront les images</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <source>What the images ticked in the results cover is not ordered</source>
      <translation>Ce que couvrent les images cochées dans les résultats n'est pas commandé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_sheet.py" />
      <source>What was given is indexed where it lies: its images are found again in « My images » and on the map.</source>
      <translation>Ce qui a été donné est indexé là où il se trouve : ses images se retrouvent dans « Mes images » et sur la carte.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/about.py" />
      <source>What was verified, and on what</source>
      <translation>Ce qui a été vérifié, et sur quoi</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>What will the image be used for?</source>
      <translation>À quoi servira l'image ?</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/page.py" />
      <source>What would be found</source>
      <translation>Ce qui serait trouvé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>What you can see right now</source>
      <translation>Ce que vous pouvez voir dès maintenant</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <source>What you change here is written in its place; it is kept beside, as {}.bak.</source>
      <translation>Ce que vous changez ici sera écrit à sa place ; il est gardé à côté, sous le nom {}.bak.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/details.py" />
      <source>What your organisation has already drawn from the free quota, if the quota is yearly</source>
      <translation>Ce que votre organisme a déjà pris sur le quota de gratuité, si le quota est annuel</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/form.py" />
      <location filename="../dinamis_qgis/gui/search/period_box.py" />
      <source>When</source>
      <translation>Quand</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>When a project opens, once a day: the catalogues of this search are asked, quietly.</source>
      <translation>À l'ouverture d'un projet, une fois par jour : les catalogues de cette recherche sont interrogés, discrètement.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <location filename="../dinamis_qgis/gui/search/form.py" />
      <source>Where</source>
      <translation>Où</translation>
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
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>Which filters were applied where</source>
      <translation>Quels filtres ont été appliqués où</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>Which image to choose?</source>
      <translation>Quelle image choisir ?</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>Which ones</source>
      <translation>Lesquelles</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/keep_dialog.py" />
      <source>Whoever opens the project finds the search there. Save the project afterwards.</source>
      <translation>Qui ouvre le projet y trouve la recherche. Enregistrez ensuite le projet.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/outline_checks.py" />
      <source>Widen (+{})</source>
      <translation>Élargir (+{})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/ribbon_row.py" />
      <source>Width of the buffer</source>
      <translation>Largeur du tampon</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/figures.py" />
      <source>Within the quota</source>
      <translation>Dans le quota</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Without any criterion</source>
      <translation>Sans aucun critère</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>Without searching: IGN yearly backdrop</source>
      <translation>Sans rechercher : fond annuel IGN</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Without the further criteria</source>
      <translation>Sans les critères supplémentaires</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>Words of the identifier, title, collection or mission; each must be there.</source>
      <translation>Mots de l'identifiant, du titre, de la collection ou de la mission ; chacun doit s'y trouver.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <source>Words of the satellite, the date, the mode, the name or the folder</source>
      <translation>Mots du satellite, de la date, du mode, du nom ou du dossier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/work_progress.py" />
      <source>Work in progress</source>
      <translation>Travail en cours</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Writes one zip with what the request form of DINAMIS asks for: the zone in WGS 84 as GeoJSON, KML and zipped Shapefile, a one-page PDF with a map, the request and its estimate, the text to paste, and request.json, which programs read. Nothing is sent.

The images of an archive order are chosen in Airbus's catalogue, which this plugin does not search: give their identifiers, separated by commas. A tasking request has a period and limits of clouds and incidence instead; what is left empty is not limited. Without a projection, the legal one of the zone's territory is asked for (Lambert-93 in metropolitan France). The estimate uses the tariff in force: only DINAMIS's quote binds.</source>
      <translation>Écrit un zip avec ce que demande le formulaire DINAMIS : la zone en WGS 84 (GeoJSON, KML et Shapefile zippé), un PDF d'une page avec une carte, la demande et son estimation, le texte à coller, et request.json, que lisent les programmes. Rien n'est envoyé.

Les images d'une commande d'archive se choisissent dans le catalogue d'Airbus, que cette extension n'interroge pas : donnez leurs identifiants, séparés par des virgules. Une programmation a plutôt une période et des limites de nuages et d'incidence ; ce qui reste vide n'est pas limité. Sans projection, celle, légale, du territoire de la zone est demandée (Lambert-93 en métropole). L'estimation suit le barème en vigueur : seul le devis DINAMIS fait foi.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/totals_dialog.py" />
      <source>Year</source>
      <translation>Année</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>Year(s)…</source>
      <translation>Année(s)…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>Yearly backdrop</source>
      <translation>Fonds annuel</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/layer_groups.py" />
      <source>Yearly backdrops</source>
      <translation>Fonds annuels</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>Yearly backdrops (WMTS)</source>
      <translation>Fonds annuels (WMTS)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/backdrop_strip.py" />
      <source>Years of the IGN backdrops</source>
      <translation>Années des fonds IGN</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>Years {first} to {last}</source>
      <translation>Années {first} à {last}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>Yes</source>
      <translation>Oui</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <source>You are</source>
      <translation>Vous êtes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>You changed its address: only its tests tell of it. As shipped ({address}): {verified}</source>
      <translation>Vous avez changé son adresse : seuls ses tests disent ce qu'il en est. Tel que fourni ({address}) : {verified}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/contact.py" />
      <source>Your need</source>
      <translation>Votre besoin</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>Your session has expired ({host}): sign in again in Settings › Options › DINAMIS.</source>
      <translation>Votre session a expiré ({host}) : reconnectez-vous dans Préférences › Options › DINAMIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/remedies.py" />
      <source>Your session has expired.</source>
      <translation>Votre session a expiré.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/page.py" />
      <source>Your territory (the zone proposed by default)</source>
      <translation>Votre territoire (zone proposée par défaut)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/zone_words.py" />
      <source>Your territory is not chosen yet: choose it under ⋮ › My territory….</source>
      <translation>Votre territoire n'est pas encore choisi : choisissez-le sous ⋮ › Mon territoire….</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/dossier_place.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>Zip archives (*.zip)</source>
      <translation>Archives zip (*.zip)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/delivery_menu.py" />
      <source>Zip, DIM_*.XML or image…</source>
      <translation>Zip, DIM_*.XML ou image…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <location filename="../dinamis_qgis/processing/aoi_coverage.py" />
      <location filename="../dinamis_qgis/processing/estimate_quota.py" />
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <location filename="../dinamis_qgis/processing/search_catalogue.py" />
      <source>Zone</source>
      <translation>Zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_forms.py" />
      <source>Zone (km²)</source>
      <translation>Zone (km²)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/site_strip.py" />
      <source>Zone copied to the clipboard (WGS 84 extent and WKT). The site does not open there: zoom to it.</source>
      <translation>Zone copiée dans le presse-papiers (emprise WGS 84 et WKT). Le site ne s'ouvre pas dessus : à vous d'y zoomer.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/site_strip.py" />
      <source>Zone copied to the clipboard. No browser answered: open {} yourself.</source>
      <translation>Zone copiée dans le presse-papiers. Aucun navigateur n'a répondu : ouvrez {} vous-même.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_box.py" />
      <source>Zone in a file</source>
      <translation>Zone dans un fichier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>Zone: my territory, as it will be then</source>
      <translation>Zone : mon territoire, tel qu'il sera alors</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>Zone: what the map will show then</source>
      <translation>Zone : ce que la carte montrera alors</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>Zone: {}</source>
      <translation>Zone : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/row_menu.py" />
      <source>Zoom</source>
      <translation>Zoomer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/scene_actions.py" />
      <source>Zoom to</source>
      <translation>Zoomer</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_sheet.py" />
      <source>[year of the image]</source>
      <translation>[année de l'image]</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>a comparison (=, &lt;, LIKE, IN, IS NULL…)</source>
      <translation>une comparaison (=, &lt;, LIKE, IN, IS NULL…)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>a date such as '2022-07-14'</source>
      <translation>une date comme '2022-07-14'</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_refusals.py" />
      <source>a newer version of DINAMIS wrote it; update the plugin.</source>
      <translation>une version plus récente de DINAMIS l'a écrit ; mettez l'extension à jour.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>a property or a value</source>
      <translation>une propriété ou une valeur</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>a text between quotes</source>
      <translation>un texte entre apostrophes</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>account or pair of keys; its files are signed</source>
      <translation>compte ou paire de clés ; ses fichiers sont signés</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>after {}</source>
      <translation>après le {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>all dates</source>
      <translation>toutes les dates</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_refusals.py" />
      <source>another program is writing it.</source>
      <translation>un autre programme y écrit.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>any</source>
      <translation>indifférent</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>as specified</source>
      <translation>conforme à la norme</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>asked at the first download</source>
      <translation>demandé au premier téléchargement</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/figures.py" />
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <source>at least {}</source>
      <translation>au moins {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>by its corners alone, may be off by hundreds of metres: not an orthorectified image</source>
      <translation>par ses seuls coins, écart possible de plusieurs centaines de mètres : ce n'est pas une image orthorectifiée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>by its model (RPC) at a constant height of {} m above the ellipsoid, may be off by several metres: not a delivered Ortho</source>
      <translation>par son modèle (RPC) à l'altitude constante de {} m au-dessus de l'ellipsoïde, écart possible de plusieurs mètres : ce n'est pas un produit Ortho livré</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>by its model (RPC) on the terrain model “{name}”, heights raised by {height} m: not a delivered Ortho</source>
      <translation>par son modèle (RPC) sur le MNT « {name} », altitudes relevées de {height} m : ce n'est pas un produit Ortho livré</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/failures.py" />
      <source>cannot be reached: check the network connection, or Settings › Options › Network if your organisation uses a proxy.</source>
      <translation>injoignables : vérifiez la connexion au réseau, ou Préférences › Options › Réseau si votre organisme utilise un proxy.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>clouds</source>
      <translation>nuages</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>clouds are known for whole images only, not where they lie</source>
      <translation>les nuages ne sont connus que pour l'image entière, pas leur place</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>clouds are those that the masks show over the zone</source>
      <translation>les nuages sont ceux que les masques montrent sur la zone</translation>
    </message>
    <message numerus="yes">
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>clouds over the zone by the masks of %n image(s) on disk, of whole images for the others</source>
      <translation>
        <numerusform>nuages sur la zone selon le masque de %n image sur disque, ceux des images entières pour les autres</numerusform>
        <numerusform>nuages sur la zone selon les masques de %n images sur disque, ceux des images entières pour les autres</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>clouds unknown</source>
      <translation>nuages inconnus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/tip_function.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>clouds {}</source>
      <translation>nuages {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>clouds {} at most</source>
      <translation>nuages {} au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>clouds ≤ {}</source>
      <translation>nuages ≤ {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>coverage unknown</source>
      <translation>couverture inconnue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>covered by the licence, says who made this file</source>
      <translation>couvert par la licence, selon l'auteur de ce fichier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>covers {}</source>
      <translation>couvre {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/footprint_layer.py" />
      <location filename="../dinamis_qgis/core/words.py" />
      <location filename="../dinamis_qgis/gui/library/rows.py" />
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>date unknown</source>
      <translation>date inconnue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>dates</source>
      <translation>dates</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>dates {} apart at most</source>
      <translation>dates à {} d'écart au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>day/month/year</source>
      <translation>jour/mois/année</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>delivered in the image's own pixels: not laid on the map</source>
      <translation>livrés dans les pixels de l'image : ils ne sont pas placés sur la carte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>disk absent</source>
      <translation>disque absent</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/searches/words.py" />
      <source>drawn zone</source>
      <translation>zone dessinée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/places.py" />
      <source>département</source>
      <translation>département</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>expert filter</source>
      <translation>filtre expert</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/transfer_names.py" />
      <source>failed</source>
      <translation>échec</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_bar.py" />
      <source>footprints.gpkg</source>
      <translation>emprises.gpkg</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>for its licence</source>
      <translation>pour sa licence</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>form of the service, at each download</source>
      <translation>formulaire du service, à chaque téléchargement</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>from 0 to 1</source>
      <translation>de 0 à 1</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>from {}</source>
      <translation>à partir du {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>from {} to {}</source>
      <translation>du {} au {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>identifiers in Airbus's catalogue</source>
      <translation>identifiant(s) du catalogue Airbus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>incidence</source>
      <translation>incidence</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>incidence unknown</source>
      <translation>incidence inconnue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <source>incidence {} at most</source>
      <translation>incidence {} au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/tip_function.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>incidence {}°</source>
      <translation>incidence {}°</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_refusals.py" />
      <source>it asks who you are; sign in.</source>
      <translation>il demande qui vous êtes ; connectez-vous.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_refusals.py" />
      <source>it cannot be written.</source>
      <translation>il ne peut être écrit.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_refusals.py" />
      <source>it has no tables of a register; choose another one or create them.</source>
      <translation>il n'a pas les tables d'un registre ; choisissez-en un autre ou créez-les.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>it has too many parentheses</source>
      <translation>il a trop de parenthèses</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_refusals.py" />
      <source>it is away; check the drive, the network or the connection.</source>
      <translation>il est hors d'atteinte ; vérifiez le disque, le réseau ou la connexion.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_refusals.py" />
      <source>it is read-only for you; ask for the right to write, or choose another register.</source>
      <translation>il est en lecture seule pour vous ; demandez le droit d'y écrire, ou choisissez un autre registre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>it is too long</source>
      <translation>il est trop long</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/credit_function.py" />
      <source>it serves in layouts, titles and decorations, not in the map's own labels</source>
      <translation>elle sert dans les mises en page, titres et décorations, pas dans les étiquettes de la carte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>its content</source>
      <translation>son contenu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/words.py" />
      <source>key kept</source>
      <translation>clé gardée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/words.py" />
      <source>key kept ({})</source>
      <translation>clé gardée ({})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/words.py" />
      <source>key of this machine's environment ({})</source>
      <translation>clé de l'environnement de ce poste ({})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/words.py" />
      <source>key refused by the service</source>
      <translation>clé refusée par le service</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>level</source>
      <translation>niveau</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/access_words.py" />
      <source>licence unknown</source>
      <translation>licence inconnue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/access_words.py" />
      <source>licence {}</source>
      <translation>licence {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/words.py" />
      <source>locked: QGIS's master password is needed</source>
      <translation>verrouillé : il faut le mot de passe principal de QGIS</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>low tide, no snow, before/after pair…</source>
      <translation>marée basse, hors neige, couple avant/après…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/images_model.py" />
      <source>map</source>
      <translation>carte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>mission</source>
      <translation>mission</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/rows.py" />
      <source>mode unknown</source>
      <translation>mode inconnu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>mono</source>
      <translation>mono</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>month/day/year</source>
      <translation>mois/jour/année</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>months</source>
      <translation>mois</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>mosaic</source>
      <translation>mosaique</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <location filename="../dinamis_qgis/core/words.py" />
      <source>multispectral (MS)</source>
      <translation>multispectral (MS)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/places.py" />
      <source>municipal arrondissement</source>
      <translation>arrondissement municipal</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/places.py" />
      <source>municipality</source>
      <translation>commune</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/doors.py" />
      <source>no account</source>
      <translation>sans compte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/words.py" />
      <source>no key</source>
      <translation>aucune clé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <location filename="../dinamis_qgis/gui/search/criteria_box.py" />
      <source>no limit</source>
      <translation>sans limite</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>no limit asked</source>
      <translation>sans limite demandée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/credit_function.py" />
      <source>no map item has the id “{}”</source>
      <translation>aucune carte de la mise en page n'a l'identifiant « {} »</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <location filename="../dinamis_qgis/gui/search/results_model.py" />
      <source>no quicklook</source>
      <translation>sans aperçu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>no reference</source>
      <translation>sans référence</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <location filename="../dinamis_qgis/gui/quota/request_form.py" />
      <source>none</source>
      <translation>aucun</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/territory_dialog.py" />
      <location filename="../dinamis_qgis/gui/options/territory.py" />
      <source>none chosen yet</source>
      <translation>aucun choisi</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>not covered by the licence: not to be handed over before it is signed</source>
      <translation>non couvert par la licence : à ne pas remettre avant qu'elle soit signée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble_sheet.py" />
      <source>not known whether covered by the licence: to be checked before it is handed over</source>
      <translation>on ne sait pas s'il est couvert par la licence : à vérifier avant de remettre l'image</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/words.py" />
      <source>not signed in</source>
      <translation>non connecté</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>not specified</source>
      <translation>non précisé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>not used today</source>
      <translation>pas utilisé aujourd'hui</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <source>nothing can be read in it</source>
      <translation>rien ne peut y être lu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>off-nadir angle</source>
      <translation>dépointage</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>off-nadir {}°</source>
      <translation>dépointage {}°</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>on disk</source>
      <translation>sur disque</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <source>on examination ({})</source>
      <translation>sur examen ({})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/timeline_bars.py" />
      <source>on the map: {}</source>
      <translation>sur la carte : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_names.py" />
      <location filename="../dinamis_qgis/core/words.py" />
      <source>panchromatic (P)</source>
      <translation>panchromatique (P)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/transfer_names.py" />
      <source>paused</source>
      <translation>en pause</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_model.py" />
      <source>quicklook</source>
      <translation>aperçu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <location filename="../dinamis_qgis/gui/search/results_model.py" />
      <source>quicklook…</source>
      <translation>aperçu…</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>ref. noted</source>
      <translation>réf. notée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>refused</source>
      <translation>refusé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>resolution</source>
      <translation>résolution</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>resolution unknown</source>
      <translation>résolution inconnue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/places.py" />
      <source>région</source>
      <translation>région</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/words.py" />
      <source>session expired</source>
      <translation>session expirée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>share of the zone</source>
      <translation>part de la zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/words.py" />
      <source>signed in</source>
      <translation>connecté</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/words.py" />
      <source>signed in: {}</source>
      <translation>connecté : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>spectral mode</source>
      <translation>mode spectral</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/transfer_names.py" />
      <source>starting</source>
      <translation>démarrage</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>stays in the register, goes into no dossier</source>
      <translation>reste dans le registre, ne va dans aucun dossier</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>stereo</source>
      <translation>stéréo</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>summer {}</source>
      <translation>été {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>text</source>
      <translation>texte</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>the function {} is not available</source>
      <translation>la fonction {} n'est pas disponible</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/reference_question.py" />
      <source>then Enter</source>
      <translation>puis Entrée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>to</source>
      <translation>au</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>to be saved</source>
      <translation>à enregistrer</translation>
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
      <location filename="../dinamis_qgis/core/mosaic_layer.py" />
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <location filename="../dinamis_qgis/core/numbers.py" />
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <location filename="../dinamis_qgis/gui/library/complete_dialog.py" />
      <location filename="../dinamis_qgis/gui/search/detail_folds.py" />
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
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
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>until {}</source>
      <translation>jusqu'au {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>used</source>
      <translation>utilisé</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/tariffs.py" />
      <source>used, to be checked: it should have been reviewed</source>
      <translation>utilisé, à vérifier : il aurait dû être revu</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>viewing mode</source>
      <translation>prise de vue</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/transfer_names.py" />
      <source>waiting</source>
      <translation>en attente</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/welcome/doors.py" />
      <source>website</source>
      <translation>site web</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/follow_up.py" />
      <source>what the image was good for</source>
      <translation>à quoi l'image a servi</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>zone</source>
      <translation>zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>{amount} {sensor}</source>
      <translation>{amount} {sensor}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/page.py" />
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>{catalogue}: {reason}</source>
      <translation>{catalogue} : {reason}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/figures.py" />
      <source>{credits} ({area})</source>
      <translation>{credits} ({area})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>{day}, {time}</source>
      <translation>{day}, {time}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <source>{disk} is full. The download is paused.</source>
      <translation>{disk} est plein. Le téléchargement est en pause.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{examiner} for {sensor}</source>
      <translation>{examiner} pour {sensor}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/backdrops.py" />
      <source>{family}, {month}</source>
      <translation>{family}, {month}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} cannot be read: check that the file is there, complete and yours to open ({reason}).</source>
      <translation>{file} est illisible : vérifiez que le fichier existe, qu'il est complet et que vous y avez accès ({reason}).</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_words.py" />
      <source>{file} comes from another satellite ({mission}): open its image file directly.</source>
      <translation>{file} vient d'un autre satellite ({mission}) : ouvrez directement son fichier image.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_words.py" />
      <source>{file} comes without the panchromatic image to pansharpen with: open it without pansharpening.</source>
      <translation>{file} est livré sans l'image panchromatique nécessaire à l'affinage : ouvrez-le sans affinage (pansharpening).</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_refusals.py" />
      <source>{file} holds no register of requests: create one in it, or choose another.</source>
      <translation>{file} ne contient pas de registre de demandes : créez-en un dedans, ou choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_words.py" />
      <source>{file} holds several products: give the DIM_….XML file of the one that you want.</source>
      <translation>{file} contient plusieurs produits : indiquez le fichier DIM_….XML de celui que vous voulez.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_words.py" />
      <source>{file} is a Primary product (sensor geometry) whose model (RPC) is missing: ask for the whole delivery, nothing else places it on the map.</source>
      <translation>{file} est un produit Primary (géométrie capteur) dont le modèle (RPC) manque : demandez la livraison complète, rien d'autre ne le place sur la carte.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/download_words.py" />
      <source>{file} is being downloaded by another window or program: wait until it is done.</source>
      <translation>{file} est en cours de téléchargement par une autre fenêtre ou un autre programme : attendez qu'il ait fini.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/saved_words.py" />
      <source>{file} is being written by another QGIS: try again in a moment.</source>
      <translation>{file} est en cours d'écriture par un autre QGIS : réessayez dans un instant.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_words.py" />
      <source>{file} is compressed in a way that cannot be read in place: unpack it first, then open its folder.</source>
      <translation>{file} est compressé d'une façon qui ne se lit pas sur place : décompressez-le d'abord, puis ouvrez son dossier.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>{file} is on the map.</source>
      <translation>{file} est sur la carte.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_words.py" />
      <source>{file} lacks the bands of this composition: choose another one.</source>
      <translation>{file} n'a pas les bandes de cette composition : choisissez-en une autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{file} was written by a newer version of DINAMIS and is left as it is: update the plugin.</source>
      <translation>{file} vient d'une version plus récente de DINAMIS et reste tel quel : mettez l'extension à jour.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>{first} to {last}</source>
      <translation>{first} au {last}</translation>
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
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>{host} does not accept your key: give another one in Settings › Options › DINAMIS.</source>
      <translation>{host} n'accepte pas votre clé : donnez-en une autre dans Préférences › Options › DINAMIS.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} does not have what was asked (any more): check the address of the catalogue.</source>
      <translation>{host} n'a pas, ou plus, ce qui est demandé : vérifiez l'adresse du catalogue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/download_words.py" />
      <source>{host} gave no file for this form (its older direct links are closed too): try again later, or download the image on its site.</source>
      <translation>{host} n'a donné aucun fichier pour ce formulaire (ses anciens liens directs sont fermés aussi) : réessayez plus tard, ou téléchargez l'image sur son site.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} is out of order (HTTP {status}): try again later.</source>
      <translation>{host} est en panne (HTTP {status}) : réessayez plus tard.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>{host} opens with an API key: add yours in Settings › Options › DINAMIS.</source>
      <translation>{host} s'ouvre avec une clé d'API : ajoutez la vôtre dans Préférences › Options › DINAMIS.</translation>
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
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>{host} refuses the sign-in ({reason}): try again later, or use an API key.</source>
      <translation>{host} refuse la connexion ({reason}) : réessayez plus tard, ou utilisez une clé d'API.</translation>
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
      <location filename="../dinamis_qgis/core/download_words.py" />
      <source>{host} sent a file that differs from what its catalogue announces (size or checksum): it was not kept; try again later, or tell the operator of the catalogue.</source>
      <translation>{host} a envoyé un fichier qui diffère de ce que son catalogue annonce (taille ou somme de contrôle) : il n'a pas été gardé ; réessayez plus tard, ou prévenez le gestionnaire du catalogue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{host} sent an answer that cannot be read: try again later; if it happens again, check the address of the catalogue.</source>
      <translation>{host} a envoyé une réponse illisible : réessayez plus tard ; si cela se reproduit, vérifiez l'adresse du catalogue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/account_words.py" />
      <source>{host} waits for you to confirm in the browser.</source>
      <translation>{host} attend votre confirmation dans le navigateur.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/transfer_names.py" />
      <source>{hours} h {minutes}</source>
      <translation>{hours} h {minutes}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>{hour}:{minute} UTC</source>
      <translation>{hour} h {minute} UTC</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <source>{images}, in my territory</source>
      <translation>{images}, dans mon territoire</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>{images}, {there} on disk already</source>
      <translation>{images}, {there} déjà sur disque</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>{image}, cut</source>
      <translation>{image}, découpée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/assemble.py" />
      <source>{kind} ({name})</source>
      <translation>{kind} ({name})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{kind} beyond the quota, {acquisition}</source>
      <translation>{kind} au-delà du quota, {acquisition}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_layer.py" />
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <source>{label}: {value}</source>
      <translation>{label} : {value}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/sign_in_dialog.py" />
      <source>{minutes}:{seconds} left</source>
      <translation>encore {minutes} min {seconds} s</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>{mission} of {day} opened.</source>
      <translation>{mission} du {day} ouverte.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/opened_notices.py" />
      <source>{mission} opened, date unknown.</source>
      <translation>{mission} ouverte, date inconnue.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/words.py" />
      <source>{mission}, {date}</source>
      <translation>{mission}, {date}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>{name} cannot be brought into this coordinate system: choose another one, or leave it out.</source>
      <translation>{name} ne peut pas être ramenée dans ce système de coordonnées : choisissez-en un autre, ou laissez l'image de côté.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>{name} has another number of bands than the other images: leave it out, or choose a composition that all of them have.</source>
      <translation>{name} n'a pas le même nombre de bandes que les autres images : laissez-la de côté, ou choisissez une composition que toutes possèdent.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>{name} is not an image that can be assembled: choose a raster of this machine.</source>
      <translation>{name} n'est pas une image qui s'assemble : choisissez un raster de ce poste.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>{name} is not the coordinate system (CRS) of a map: choose another one.</source>
      <translation>{name} n'est pas un système de coordonnées (SCR) de carte : choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>{name} is one of the images to assemble: give the result another name.</source>
      <translation>{name} est l'une des images à assembler : donnez un autre nom au résultat.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/mosaic_words.py" />
      <source>{name} is read over the network, by a link that ends: choose GeoTIFF, or download the image first.</source>
      <translation>{name} est lue par le réseau, avec un lien qui expire : choisissez GeoTIFF, ou téléchargez d'abord l'image.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>{name} of {image}, as delivered.</source>
      <translation>{name} de {image}, tel que livré.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <source>{name}, {resolution} m</source>
      <translation>{name}, {resolution} m</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail.py" />
      <source>{n} / {all}</source>
      <translation>{n} / {all}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <source>{percent} ({area})</source>
      <translation>{percent} ({area})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/order_form.py" />
      <source>{sensor} {resolution} m</source>
      <translation>{sensor} {resolution} m</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>{service}: answers in {seconds} s</source>
      <translation>{service} : répond en {seconds} s</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/connection_words.py" />
      <source>{service}: first images after {seconds} s</source>
      <translation>{service} : premières images en {seconds} s</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/library_bar.py" />
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>{shown} of {total}</source>
      <translation>{shown} sur {total}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/downloads/desk.py" />
      <source>{size} are missing on {disk}. The download is paused.</source>
      <translation>Il manque {size} sur {disk}. Le téléchargement est en pause.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>{state} on {day}</source>
      <translation>{state} le {day}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <source>{there} of {all}</source>
      <translation>{there} sur {all}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/transfer_names.py" />
      <source>{there} of {size}</source>
      <translation>{there} sur {size}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/requests/add_to_request.py" />
      <source>{title} ({state})</source>
      <translation>{title} ({state})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <source>{wanted} (found: {found})</source>
      <translation>{wanted} (version trouvée : {found})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_none.py" />
      <source>{way}: {count}</source>
      <translation>{way} : {count}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/timeline_bars.py" />
      <source>{when}: {count}</source>
      <translation>{when} : {count}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/quicklooks.py" />
      <source>{} (approximate)</source>
      <translation>{} (approximatif)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/ribbon_zone.py" />
      <source>{} (buffer around a line)</source>
      <translation>{} (tampon autour d'une ligne)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/ribbon_zone.py" />
      <source>{} (buffer being drawn)</source>
      <translation>{} (tampon en cours de dessin)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogues.py" />
      <location filename="../dinamis_qgis/gui/quota/desk.py" />
      <source>{} (copy)</source>
      <translation>{} (copie)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>{} (disk absent)</source>
      <translation>{} (disque absent)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/drawn_zone.py" />
      <source>{} (drawn zone)</source>
      <translation>{} (zone dessinée)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/accounts/keys_dialog.py" />
      <source>{} (in use here)</source>
      <translation>{} (utilisée ici)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_extras.py" />
      <source>{} (mask)</source>
      <translation>{} (masque)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_store.py" />
      <source>{} (my version)</source>
      <translation>{} (ma version)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/order_words.py" />
      <source>{} (not verified with DINAMIS)</source>
      <translation>{} (non vérifié auprès de DINAMIS)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/drawn_zone.py" />
      <source>{} (zone being drawn)</source>
      <translation>{} (zone en cours de dessin)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>{} GB</source>
      <translation>{} Go</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/messages.py" />
      <location filename="../dinamis_qgis/core/numbers.py" />
      <location filename="../dinamis_qgis/gui/form_dialog.py" />
      <location filename="../dinamis_qgis/gui/options/cache.py" />
      <source>{} MB</source>
      <translation>{} Mo</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/search/labels.py" />
      <source>{} at most</source>
      <translation>{} au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <source>{} credits</source>
      <translation>{} crédits</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/transfer_names.py" />
      <source>{} d</source>
      <translation>{} j</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/aoi/zone_menus.py" />
      <source>{} does not tell its coordinate reference system: which one is it in?</source>
      <translation>{} n'indique pas son système de coordonnées : lequel est-ce ?</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>{} is expected</source>
      <translation>il manque {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>{} is not there now: its images stay in the library, and are found again when it returns.</source>
      <translation>{} n'est pas accessible : ses images restent dans la bibliothèque et sont retrouvées à son retour.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <source>{} is there already.</source>
      <translation>{} est déjà là.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/order_words.py" />
      <source>{} km</source>
      <translation>{} km</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/order_words.py" />
      <source>{} km wide</source>
      <translation>{} km de large</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>{} km²</source>
      <translation>{} km²</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/work_progress.py" />
      <source>{} left</source>
      <translation>encore {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/core/tip_function.py" />
      <location filename="../dinamis_qgis/gui/footprints/columns_dialog.py" />
      <location filename="../dinamis_qgis/gui/quota/variants.py" />
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>{} m</source>
      <translation>{} m</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/transfer_names.py" />
      <source>{} min</source>
      <translation>{} min</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/row_text.py" />
      <source>{} of the zone</source>
      <translation>couvre {} de la zone</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_none.py" />
      <source>{} or more</source>
      <translation>{} ou plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/transfer_names.py" />
      <source>{} s</source>
      <translation>{} s</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/numbers.py" />
      <source>{}%</source>
      <translation>{} %</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>{}% at most</source>
      <translation>{} % au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/order_words.py" />
      <source>{}, an order may take {} at least</source>
      <translation>{}, une commande peut en demander {} au moins</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/order_words.py" />
      <source>{}, an order may take {} only</source>
      <translation>{}, une commande n'en accepte peut-être que {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/sharpened.py" />
      <source>{}, pansharpened (P + MS)</source>
      <translation>{}, affinée (P + MS)</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/search/results_status.py" />
      <source>{}, search cancelled</source>
      <translation>{}, recherche annulée</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/streamed_image.py" />
      <source>{}, streamed</source>
      <translation>{}, en flux</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/order_words.py" />
      <source>{}, the form may refuse (over {})</source>
      <translation>{}, le formulaire peut refuser (plus de {})</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/order_words.py" />
      <source>{}, the smallest order may be {}</source>
      <translation>{}, la plus petite commande peut être de {}</translation>
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
    <message>
      <location filename="../dinamis_qgis/core/transfer_names.py" />
      <source>{}/s</source>
      <translation>{}/s</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/order_words.py" />
      <source>{}: an order takes {} at least</source>
      <translation>{} : une commande en demande {} au moins</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/order_words.py" />
      <source>{}: an order takes {} at most</source>
      <translation>{} : une commande en accepte {} au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/download_scenes.py" />
      <source>{}: the catalogue gives no such file.</source>
      <translation>{} : le catalogue ne donne pas ce fichier.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/library/shelf.py" />
      <source>{}: the folder cannot be read.</source>
      <translation>{} : le dossier ne peut pas être lu.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/order_words.py" />
      <source>{}: the form takes {} at most</source>
      <translation>{} : le formulaire en accepte {} au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/register.py" />
      <source>{}: the register is there and ready.</source>
      <translation>{} : le registre y est, prêt.</translation>
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
      <location filename="../dinamis_qgis/gui/library/complete_dialog.py" />
      <source>{}: what you write is kept in the project; nothing is written beside the image.</source>
      <translation>{} : ce que vous écrivez est gardé dans le projet ; rien n'est écrit à côté de l'image.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/estimate_words.py" />
      <location filename="../dinamis_qgis/core/register_words.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/quota/details.py" />
      <location filename="../dinamis_qgis/gui/welcome/doors.py" />
      <source>{}: {}</source>
      <translation>{} : {}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/cover_words.py" />
      <location filename="../dinamis_qgis/core/product_texts.py" />
      <location filename="../dinamis_qgis/core/request_words.py" />
      <location filename="../dinamis_qgis/gui/search/detail_rows.py" />
      <source>{}°</source>
      <translation>{}°</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/request_fields.py" />
      <source>{}° at most</source>
      <translation>{}° au plus</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/filter_words.py" />
      <source>« {} » is not understood</source>
      <translation>« {} » n'est pas compris</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>“{name}” is kept in your profile and will be saved in {register} later: {why}</source>
      <translation>« {name} » est gardée dans votre profil et sera enregistrée dans {register} plus tard : {why}</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>“{name}” saved in {register}.</source>
      <translation>« {name} » enregistrée dans {register}.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>“{theirs}” was changed by somebody else meanwhile, in the same place: their version stays, yours is kept beside it as “{ours}”.</source>
      <translation>« {theirs} » a été modifiée entre-temps par quelqu'un d'autre, au même endroit : sa version reste, la vôtre est gardée à côté sous « {ours} ».</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>“{}” has no file or folder: choose one.</source>
      <translation>« {} » n'a ni fichier ni dossier : choisissez-en un.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/processing/export_request.py" />
      <source>“{}” is no date: write it as 2026-11-30.</source>
      <translation>« {} » n'est pas une date : écrivez-la 2026-11-30.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/quota/desk.py" />
      <source>“{}” is not saved.</source>
      <translation>« {} » n'est pas enregistrée.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/options/row_words.py" />
      <source>“{}” needs an address that begins with https:// or http://.</source>
      <translation>« {} » demande une adresse qui commence par https:// ou http://.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/gui/streaming/opener.py" />
      <source>“{}” opened.</source>
      <translation>« {} » ouverte.</translation>
    </message>
    <message>
      <location filename="../dinamis_qgis/core/register_words.py" />
      <source>“{}” was changed by somebody else meanwhile: both changes are kept.</source>
      <translation>« {} » a été modifiée entre-temps par quelqu'un d'autre : les deux modifications sont gardées.</translation>
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
    <message>
      <location filename="../dinamis_qgis/gui/options/catalogue_list.py" />
      <source>✓ it answered, ✗ it failed, · never tested from here</source>
      <translation>✓ il a répondu, ✗ échec, · jamais testé d'ici</translation>
    </message>
  </context>
</TS>
