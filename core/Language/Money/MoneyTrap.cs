using System.Globalization;
using Puskesos.Core.Language.Numbers;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Money;

/// <summary>Where an amount is not what the plain number says.</summary>
internal static class MoneyTrap
{
    private const decimal Million = 1_000_000;

    /// <summary>"dua juta empat ratus" is said for 2,400,000; "Rp 2,500" means thousands; "Rp 3 M" and "Rp 2 T" are scales.</summary>
    public static ScannedNumber Correct(WrittenText text, ScannedNumber number, bool hasPrefix)
    {
        var rest = number.Value % Million;
        if (number.IsWords && number.Value > Million && number.Value < 1000 * Million && rest is >= 100 and < 1000 && rest % 50 == 0 && text.Word(number.Last) is not ("ribu" or "rb"))
            return number with { Value = number.Value - rest + (rest * 1000) };
        if (number is { IsWords: false, Scale: Million } && text.IsDigits(number.Last + 1) && text.Word(number.Last + 1).Length == 3 && !text.IsGlued(number.Last + 2) && !CountsThings(text, number.First, number.Last + 1))
            return number with { Value = number.Value + (int.Parse(text.Word(number.Last + 1), CultureInfo.InvariantCulture) * 1000), Last = number.Last + 1 };
        if (!hasPrefix)
            return number;
        var glued = number is { IsDecimal: true, HasScale: false } && number.Last - number.First == 2 && text.IsSymbol(number.First + 1, ',') && text.Word(number.Last).Length == 3;
        if (glued)
            return number with { Value = number.Value * 1000, IsDecimal = false };
        if (!number.HasScale && text.IsWord(number.Last + 1) && text.Word(number.Last + 1) is "m" or "t" && number.Value < 1000)
            return number with { Value = number.Value * (text.Word(number.Last + 1) is "m" ? 1000 * Million : Million * Million), Last = number.Last + 1, Scale = 1000 * Million };
        return number;
    }

    /// <summary>"dua ribu orang", "5 ribu watt", "trombosit 85rb", "followers 10k" count things, not money.</summary>
    public static bool CountsThings(WrittenText text, int first, int last)
    {
        if (text.IsWord(last + 1) && text.Word(last + 1)
            is "orang" or "org" or "warga" or "kk" or "rumah" or "jiwa" or "unit" or "km" or "meter" or "m" or "kg" or "kilo" or "gram" or "liter" or "ekor" or "pohon" or "desa" or "watt" or "va" or "hari" or "kali"
            or "langkah" or "penduduk" or "keluarga" or "lembar" or "anak" or "siswa" or "kpm" or "penerima" or "peserta" or "sel" or "sel/ul" or "hektar" or "ha" or "ton" or "tahun" or "butir" or "pasien" or "umat" or "nik" or "data")
            return true;
        if (first == 0)
            return false;
        var before = text.IsSymbol(first - 1, ':') || text.IsSymbol(first - 1, '.') ? first - 2 : first - 1;
        return before >= 0 && text.IsWord(before) && text.Word(before)
            is "trombosit" or "leukosit" or "hb" or "followers" or "follower" or "viewer" or "subscriber" or "no" or "nomor" or "blok" or "gang" or "gg" or "km" or "rt" or "rw" or "lari";
    }
}
