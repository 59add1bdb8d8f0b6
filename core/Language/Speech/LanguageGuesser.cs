using System.Collections.Frozen;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Speech;

/// <summary>Guesses Indonesian, Javanese (krama, or ngoko and ngapak) or Sundanese by the small words that the others do not have.</summary>
public static class LanguageGuesser
{
    /// <summary>One word may be a loan; two different ones are a language.</summary>
    private const int Enough = 2;

    /// <summary>So many different words of krama, and none of ngoko, are no mixture: the writer speaks krama.</summary>
    private const int ClearKrama = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Sundanese = Set(
        "abdi kuring simkuring teu henteu hente acan tacan kumaha naon iraha ieu eta dieu ditu ti dina jeung sareng keur pisan atuh mah teh muhun sumuhun enya aya hoyong hayang tiasa " +
        "dianggo artos acis bantosan nyuhunkeun nuhun hatur wilujeng anjeun barudak balarea kiwari ayeuna kamari isukan sasih atos parantos geus tos can cenah saur " +
        "meunang moal kitu kieu upami lamun da oge deui gering udur rorompok salaki pamajikan didieu dipiwarang ngiring ngadaptar " +
        "paeh sorangan nyalira seueur kaluarga kulawarga kunaon katampi ngadugikeun hilap leungit teuing sabaraha nginjeum taneuh simpen panginten bilih " +
        "diteunggeul neunggeul kabeuleum kahuruan caah palid rarabina");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Krama = Set(
        "kula kulo panjenengan mboten boten mbonten inggih nggih njih sampun dereng wonten onten enten punika puniki menika niki niku sinten pripun saged angsal badhe ajeng saking sangking kaliyan kalih " +
        "griya yatra dinten wulan tiyang lare putra semah sakmenika sakniki nuwun suwun matur nyuwun dipun gerah sedo dugi mriki mriku tasih taksih menawi nopo ngantos mawon rumiyin sanget sonten enjing siyang");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ngoko = Set(
        "nyong inyong enyong ora orak durung wis uwis wes uwes neng nang ing karo opo kepriwe kepriben priben kepriye piye ngapa ngopo kenangapa arep kit biyung biyunge mbok bapane bapake sasi iki iku kuwe kiye kae sing " +
        "njaluk tulung tulungi duwit entuk gelem iso biso metu mlebu wong omah umah bojo bojoku tonggo kabeh durungan laka pimen primen nggo dinggo mung ming maring saiki wingi sesuk mbengi esuk kowe koen " +
        "reang isun enyonge esih isih ngasi nganti dewek dhewek keprimen lha jare jarene dikei diwenehi langka melas anake omahe kobongan digebugi digebuki ngantem");

    /// <summary>The guess for one message; a mixture of Javanese and Indonesian stays Indonesian with the offer of Javanese.</summary>
    public static LanguageGuess Read(string? text) => Read(TextNormaliser.Read(text));

    /// <summary>The guess for a message that is cut into tokens already.</summary>
    public static LanguageGuess Read(WrittenText text)
    {
        int sundanese = 0, krama = 0, ngoko = 0;
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsWord(i) || SeenBefore(text, i))
                continue;
            var word = text.Word(i);
            if (Sundanese.Contains(word))
                sundanese++;
            if (Krama.Contains(word))
                krama++;
            if (Ngoko.Contains(word))
                ngoko++;
        }
        var javanese = krama + ngoko;
        if (sundanese >= Enough && sundanese > javanese)
            return new LanguageGuess(WrittenLanguage.Sundanese, LanguageAdvice.SwitchToSundanese);
        if (krama >= ClearKrama && ngoko == 0 && krama > sundanese)
            return new LanguageGuess(WrittenLanguage.Javanese, LanguageAdvice.SwitchToJavanese);
        if (javanese >= Enough && javanese >= sundanese)
            return new LanguageGuess(krama >= ngoko ? WrittenLanguage.Javanese : WrittenLanguage.JavaneseNgoko, LanguageAdvice.OfferJavanese);
        return new LanguageGuess(WrittenLanguage.Indonesian, LanguageAdvice.Stay);
    }

    private static bool SeenBefore(WrittenText text, int at)
    {
        for (var i = Math.Max(0, at - 12); i < at; i++)
            if (text.Word(i).SequenceEqual(text.Word(at)))
                return true;
        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
