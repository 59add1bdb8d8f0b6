using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Identity;

/// <summary>The words before a number that say which it is: "NIK:", "no. KTP", "nomor kartu keluarga saya".</summary>
internal readonly record struct IdentityLabel(IdentityNumberKind Kind, int First, bool IsPair, bool IsWritten)
{
    /// <summary>So many words may stand between label and number: "nik anak saya adalah".</summary>
    private const int Reach = 4;

    public static IdentityLabel? Before(WrittenText text, int number)
    {
        var words = 0;
        for (var i = number - 1; i >= 0 && words <= Reach; i--)
        {
            if (text.IsDigits(i))
                return null;
            if (!text.IsWord(i))
            {
                if (text.Word(i)[0] is not (':' or '.' or '=' or '-' or '(' or '/' or '#' or '*'))
                    return null;
                continue;
            }
            if (KindOf(text, i) is { } kind)
                return From(text, i, kind);
            if (!MayStandBetween(text.Word(i)))
                return null;
            words++;
        }
        return null;
    }

    private static IdentityLabel From(WrittenText text, int at, IdentityNumberKind kind)
    {
        var first = text.Is(at, "keluarga") ? at - 1 : at;
        var pair = false;
        for (var i = first - 1; i >= 0; i--)
        {
            if (text.IsSymbol(i, '.') || text.IsSymbol(i, '/'))
                continue;
            if (!text.IsWord(i))
                break;
            if (KindOf(text, i) is { } other && other != kind)
            {
                (kind, pair) = (other, true);
                first = i;
            }
            else if (text.Word(i) is "no" or "nomor" or "nomer" or "nmr" or "nomber")
                first = i;
            else if (text.Word(i) is not ("dan" or "sama" or "serta" or "&"))
                break;
        }
        return new IdentityLabel(kind, first, pair, true);
    }

    private static IdentityNumberKind? KindOf(WrittenText text, int at) => text.Word(at) switch
    {
        "nik" or "nikku" or "niknya" or "nike" or "nikna" or "ktp" or "ktpku" or "ktpnya" or "noktp" or "nonik" or "ektp" => IdentityNumberKind.Nik,
        "kk" or "kkku" or "kknya" or "nokk" or "nkk" => IdentityNumberKind.Kk,
        "keluarga" when text.Is(at - 1, "kartu") => IdentityNumberKind.Kk,
        _ => null,
    };

    private static bool MayStandBetween(ReadOnlySpan<char> word) => word
        is "saya" or "sy" or "kula" or "abdi" or "nyong" or "aku" or "ku" or "nya" or "anak" or "suami" or "istri" or "ibu" or "bapak" or "no" or "nomor" or "nomer" or "adalah"
        or "yaitu" or "ini" or "niki" or "ieu" or "iki" or "berikut" or "atas" or "nama" or "nomornya" or "nomernya" or "nomere" or "e";
}
