/* words.c - lists of words of the language. */
#include "config.h"

#include "listed.h"
#include "words.h"

/* Words before a stop that does not end a sentence. */
LISTED(abbreviations, TEXT("adj"), TEXT("admin"), TEXT("apdo"), TEXT("aprox"),
	TEXT("art"), TEXT("av"), TEXT("avda"), TEXT("cf"), TEXT("cia"),
	TEXT("depto"), TEXT("dept"), TEXT("dpto"), TEXT("dr"), TEXT("dra"),
	TEXT("ee"), TEXT("ej"), TEXT("fdo"), TEXT("fig"), TEXT("gral"),
	TEXT("hnos"), TEXT("ing"), TEXT("izq"), TEXT("lic"), TEXT("ltda"),
	TEXT("mr"), TEXT("mrs"), TEXT("mts"), TEXT("nro"), TEXT("num"),
	TEXT("pag"), TEXT("pags"), TEXT("pref"), TEXT("prof"), TEXT("profa"),
	TEXT("prov"), TEXT("sr"), TEXT("sra"), TEXT("sres"), TEXT("srta"),
	TEXT("sta"), TEXT("sto"), TEXT("tel"), TEXT("telf"), TEXT("tfno"),
	TEXT("ud"), TEXT("uds"), TEXT("urb"), TEXT("uu"), TEXT("vd"),
	TEXT("vds"), TEXT("vol"), TEXT("vs"));

/* What ends the host name of a link that is written without http://. */
LISTED(domains, TEXT("com"), TEXT("es"), TEXT("mx"), TEXT("ar"), TEXT("cl"),
	TEXT("co"), TEXT("pe"), TEXT("net"), TEXT("org"), TEXT("info"),
	TEXT("io"), TEXT("app"), TEXT("ly"), TEXT("me"), TEXT("tv"),
	TEXT("eu"));

LISTED(number_words, TEXT("catorce"), TEXT("cien"), TEXT("ciento"),
	TEXT("cinco"), TEXT("cincuenta"), TEXT("cuarenta"), TEXT("cuatro"),
	TEXT("diez"), TEXT("doce"), TEXT("dos"), TEXT("mil"), TEXT("noventa"),
	TEXT("nueve"), TEXT("ochenta"), TEXT("ocho"), TEXT("once"),
	TEXT("quince"), TEXT("seis"), TEXT("sesenta"), TEXT("setenta"),
	TEXT("siete"), TEXT("trece"), TEXT("treinta"), TEXT("tres"), TEXT("un"),
	TEXT("una"), TEXT("uno"), TEXT("veinte"), TEXT("veinticinco"),
	TEXT("veinticuatro"));

/* Words that hold a sentence together and say little themselves. */
LISTED(function_words, TEXT("a"), TEXT("al"), TEXT("algo"), TEXT("alguien"),
	TEXT("algun"), TEXT("alguna"), TEXT("algunas"), TEXT("alguno"),
	TEXT("algunos"), TEXT("ante"), TEXT("antes"), TEXT("aquel"),
	TEXT("aquella"), TEXT("aquello"), TEXT("aqui"), TEXT("asi"),
	TEXT("aun"), TEXT("aunque"), TEXT("cada"), TEXT("como"), TEXT("con"),
	TEXT("contra"), TEXT("cual"), TEXT("cuales"), TEXT("cuando"),
	TEXT("cuanto"), TEXT("cuya"), TEXT("cuyo"), TEXT("de"), TEXT("del"),
	TEXT("desde"), TEXT("despues"), TEXT("donde"), TEXT("durante"),
	TEXT("e"), TEXT("el"), TEXT("ella"), TEXT("ellas"), TEXT("ello"),
	TEXT("ellos"), TEXT("en"), TEXT("entonces"), TEXT("entre"), TEXT("era"),
	TEXT("eran"), TEXT("eras"), TEXT("eres"), TEXT("es"), TEXT("esa"),
	TEXT("esas"), TEXT("ese"), TEXT("eso"), TEXT("esos"), TEXT("esta"),
	TEXT("estaba"), TEXT("estaban"), TEXT("estado"), TEXT("estamos"),
	TEXT("estan"), TEXT("estar"), TEXT("estas"), TEXT("este"), TEXT("esto"),
	TEXT("estos"), TEXT("estoy"), TEXT("fue"), TEXT("fueron"), TEXT("ha"),
	TEXT("haber"), TEXT("habia"), TEXT("han"), TEXT("hasta"), TEXT("hay"),
	TEXT("he"), TEXT("hemos"), TEXT("hoy"), TEXT("la"), TEXT("las"),
	TEXT("le"), TEXT("les"), TEXT("lo"), TEXT("los"), TEXT("luego"),
	TEXT("mas"), TEXT("me"), TEXT("mi"), TEXT("mientras"), TEXT("mis"),
	TEXT("mismo"), TEXT("mucho"), TEXT("muchos"), TEXT("muy"), TEXT("nada"),
	TEXT("ni"), TEXT("no"), TEXT("nos"), TEXT("nosotros"), TEXT("nuestra"),
	TEXT("nuestro"), TEXT("o"), TEXT("os"), TEXT("otra"), TEXT("otras"),
	TEXT("otro"), TEXT("otros"), TEXT("para"), TEXT("pero"), TEXT("poco"),
	TEXT("por"), TEXT("porque"), TEXT("pues"), TEXT("que"), TEXT("quien"),
	TEXT("quienes"), TEXT("se"), TEXT("sea"), TEXT("segun"), TEXT("ser"),
	TEXT("si"), TEXT("sido"), TEXT("sin"), TEXT("sino"), TEXT("sobre"),
	TEXT("solo"), TEXT("somos"), TEXT("son"), TEXT("soy"), TEXT("su"),
	TEXT("sus"), TEXT("tal"), TEXT("tambien"), TEXT("tampoco"), TEXT("tan"),
	TEXT("tanto"), TEXT("te"), TEXT("tengo"), TEXT("tiene"), TEXT("tienen"),
	TEXT("todo"), TEXT("todos"), TEXT("toda"), TEXT("todas"), TEXT("tras"),
	TEXT("tu"), TEXT("tus"), TEXT("un"), TEXT("una"), TEXT("unas"),
	TEXT("uno"), TEXT("unos"), TEXT("usted"), TEXT("ustedes"), TEXT("va"),
	TEXT("van"), TEXT("vez"), TEXT("vosotros"), TEXT("vuestra"),
	TEXT("vuestro"), TEXT("y"), TEXT("ya"), TEXT("yo"));

bool
words_is_abbreviation(struct text word)
{
	return listed_has(&abbreviations, word);
}

bool
words_is_domain(struct text word)
{
	return listed_has(&domains, word);
}

bool
words_is_function(struct text word)
{
	return listed_has(&function_words, word);
}

const struct text *
words_numbers(size_t *n)
{
	*n = number_words.n;
	return number_words.words;
}

bool
token_is_number_word(struct text word)
{
	return listed_has(&number_words, word);
}
