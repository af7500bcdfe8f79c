clamor
======

clamor oye quejas y elogios en publicaciones en español. Es una familia de
filtros pequeños para la terminal: entran exportaciones de tuits, reseñas y
comentarios, sale CSV, y cada veredicto muestra las palabras en que se apoya. No
dice solo «negativo»: dice de qué se quejan, a quién le toca, qué tan grave es y
qué va a hacer el cliente. Sin red, sin modelo, sin cuenta: las mismas
publicaciones dan siempre la misma respuesta.

Para verlo funcionar (instala de Debian lo que falte, compila y saca una tabla):

    scripts/demo

Para correr todas las pruebas:

    scripts/check

Tres cosas para copiar y pegar. Primero, en esta carpeta y después de
scripts/demo:

    PATH=$PWD/build/src:$PWD/scripts:$PATH
    export CLAMOR_LEXICONS=$PWD/lexicons CLAMOR_PROFILES=$PWD/profiles

1. Quejas y elogios, día por día. Algo pasó el 17:

    $ clamor-import samples/tweets-es.csv | clamor-label |
        clamor-tally --by day --tz America/Mexico_City | cut -d , -f 1-5

2. ¿De qué se quejan y a qué área le toca? Lo peor, arriba:

    $ clamor-import --brands samples/brands.csv samples/tweets-es.csv |
        clamor-label > etiquetado.csv
    $ clamor-tally --by brand,area,code etiquetado.csv |
        { read -r names; echo "$names"; sort -t , -k 5,5nr; } | head

3. Las publicaciones mismas, sin importar acentos, mayúsculas ni ortografía:

    $ clamor-grep 'sin {señal|internet|servicio}' etiquetado.csv

Una publicación y su veredicto:

    $ printf 'text\n%s\n' '@telbrisa llevo 3 horas sin internet y me doy de baja' |
        clamor-label


Qué significan las columnas
---------------------------

clamor-label agrega a cada publicación:

    kind          complaint (queja), praise (elogio), mixed (mixta),
                  question (pregunta), neutral o spam
    polarity      neg, pos, mixed o neu; también de preguntas y neutrales
    score         de -1 (lo peor) a 1 (lo mejor)
    code, codes   el tema principal y todos: entrega_tarde, cobro, trato...
    area, stage   a quién le toca; en qué parte del recorrido del cliente
    intent        qué piensa hacer el cliente: legal, abandono, recompra,
                  recomienda, ayuda (pide que le ayuden)
    severity      0 nada, 1 molestia, 2 grave, 3 crisis
    wait_minutes  cuántos minutos dice que lleva esperando
    marks         checkin (una visita), incentivado (elogio pagado),
                  testimonio (se puede citar), regalo, reincide (otra vez lo
                  mismo), resuelto (se arregló), noticia, oferta, consejo,
                  respuesta, ajeno (no habla un cliente o no de una empresa),
                  temporada:navidad
    evidence      las palabras, dónde están y los puntos de cada una

clamor-tally las cuenta: posts, complaints, praise, mixed, questions, neutral,
spam, checkins, incentivised; complaint_rate (la parte de quejas); net_sentiment
(100 = solo elogios, -100 = solo quejas); publicaciones por gravedad y por
intención; autores distintos.

Los temas y las áreas están en lexicons/codes.csv; las palabras, al lado, en
archivos CSV cuyas primeras líneas dicen qué va en cada uno. Todos se editan en
una hoja de cálculo: una fila por palabra o frase; las columnas conservan sus
nombres (term, la palabra; weight, de -5, pésimo, a 5; code, el tema); valen el
punto y coma y la coma decimal; se guarda como "CSV UTF-8". Las palabras propias
van en un archivo propio; fibra lent* es cualquier terminación, caja{|s} una
alternativa, no ~3 llega hasta tres palabras en medio. check dice, línea por
línea, lo que está mal o no hace lo que parece:

    $ printf 'term,weight,code\nfibra lent*,-3,servicio_caido\n' > fibra.csv
    $ clamor-lexicon check ./fibra.csv
    $ clamor-label -f ./fibra.csv etiquetado.csv > otra-vez.csv

Si las publicaciones vienen de un solo país, conviene decirlo (ar, cl, co, es, mx
o pe): las palabras se toman como se entienden allí y sus temporadas (el Buen
Fin...) se añaden a las marcas:

    $ clamor-label --country mx etiquetado.csv > mexico.csv

Las listas de palabras y los léxicos de otros programas (LIWC, SentiStrength,
VADER, NRC, quanteda...) se convierten:

    $ clamor-lexicon convert --from list --weight -3 feas.txt > feas.csv

Para una hoja de cálculo, aquí un Excel en español:

    $ clamor-tally --by day,code --excel=';' etiquetado.csv > diario.csv


Cada mañana
-----------

clamor-daily lee una carpeta de exportaciones y escribe un CSV por día:

    $ mkdir exportaciones && cp samples/tweets-es.csv exportaciones
    $ clamor-daily --tz America/Mexico_City exportaciones diario

En el crontab:

    30 6 * * * clamor-daily --tz America/Mexico_City /srv/exports /srv/daily


Instalar
--------

Necesita un compilador de C, make, autoconf, automake, pkg-config, PCRE2,
libcsv, utf8proc, zlib, zstd, xz, yajl, libyaml, liblinear y tzdata. En Debian:

    sudo apt-get install gcc libc6-dev make autoconf automake pkg-config \
        libpcre2-dev libcsv-dev libutf8proc-dev zlib1g-dev \
        libzstd-dev liblzma-dev libyajl-dev libyaml-dev liblinear-dev tzdata
    autoreconf -fi && ./configure && make && sudo make install


Dónde seguir leyendo
--------------------

    man 7 clamor           el mapa, las columnas, los códigos de salida, recetas
                           (sin instalar: man man/clamor.7)
    man clamor-label       el método, regla por regla, con ejemplos
    man 5 clamor-lexicon   cómo se escribe un léxico
    samples/README         qué son las publicaciones de muestra
    HACKING.md             cómo está hecho, para programadores
    README                 esta página en inglés

Los manuales están en inglés. Cada filtro dice qué hace con --help, los ejemplos
primero.

clamor es software libre bajo la licencia Apache 2.0; véase COPYING.
