using System.Diagnostics;
using System.Globalization;
using System.Text;
using Puskesos.Core.Language.Messages;

namespace Puskesos.Benchmarks.Language;

/// <summary>What it costs to understand a message of 200 characters, everything but the place, and hostile texts of 100 kB.</summary>
public sealed class LanguageBenchmark : IBenchmark
{
    private const int WarmUp = 3_000;
    private const int Runs = 20_000;
    private const int HostileLength = 100_000;
    private const double MedianLimit = 150;
    private const double TailLimit = 1_000;
    private const double HostileLimit = 50_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly string[] Messages =
    [
        "Selamat pagi bu, nama saya Kusnanto dari Jatibogor Suradadi mau lapor utk saya sendiri, bansos PKH saya tidak cair sejak bulan Maret padahal tetangga sudah dapat 600rb, KTP sama KK nyusul ya bu makasih",
        "pak nyong arep lapor, pkhne biyunge nyong kok ora metu2 kit wulan maret, jare wis dicoret, nyong neng jatibogor rt 3 rw 5, hp 0812-0000-0113, tulung diurus pak soale biyung wis tuwa ora duwe duit babar",
        "punten, abdi ti cintamanik bumijawa, kis abdi teu tiasa dianggo ka puskesmas kumaha nya, kamari tgl 5 pun biang kedah kontrol ka rumah sakit tapi ditolak saurna tos teu aktif, nyuhunkeun bantosanna pak",
        "mau cek desil bu, NIK:3328 1352 0378 0001 dulu dapat bpnt 200 ribu tiap bulan sekarang tidak, katanya desil 6 padahal rumah bambu suami buruh serabutan anak tiga masih sekolah, minta tolong diperbaiki ya",
    ];

    public string Name => "language";

    public string About => "understanding 200 characters without the place, and hostile texts of 100 kB, against the limits of the language issue";

    /// <summary>Prints median, p99 and allocations, then the hostile texts, each beside its limit.</summary>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        var reader = MessageReader.Seed();
        for (var i = 0; i < WarmUp; i++)
            reader.Understand(Messages[i % Messages.Length], Now);
        Thread.Sleep(500);
        for (var i = 0; i < WarmUp; i++)
            reader.Understand(Messages[i % Messages.Length], Now);
        var times = new double[Runs];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            reader.Understand(Messages[i % Messages.Length], Now);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Runs;
        Array.Sort(times);
        var (median, tail) = (times[Runs / 2], times[Runs * 99 / 100]);
        Print($"200 characters, no place: median {median:0.0} us (limit {MedianLimit:0}), p99 {tail:0.0} us (limit {TailLimit:0}), {bytes} B per message");
        var worst = Hostile().Max(text => MeasureHostile(reader, text.Name, text.Text));
        Print($"100 kB hostile: worst {worst / 1000:0.0} ms (limit {HostileLimit / 1000:0})");
        Print($"ratio to the limits: median {median / MedianLimit:0.00}, p99 {tail / TailLimit:0.00}, hostile {worst / HostileLimit:0.00}");
        return Task.CompletedTask;
    }

    private static double MeasureHostile(MessageReader reader, string name, string text)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            reader.Understand(text, Now);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
        Print($"  {name,-24} {best / 1000,7:0.0} ms");
        return best;
    }

    private static IEnumerable<(string Name, string Text)> Hostile()
    {
        yield return ("one letter", new string('a', HostileLength));
        yield return ("digits", new string('3', HostileLength));
        yield return ("blanks", new string(' ', HostileLength));
        yield return ("zero width", new string('\u200b', HostileLength));
        yield return ("lone surrogates", new string('\ud800', HostileLength));
        string[] pieces =
        [
            "1 ", "1-", "1,", "1.1", "3328 ", "0812 ", "08123456789 ", "3328160101909551 ", "rt ", "rt 3 ", "dua ", "puluh ratus ", "antara ", "rp ", "tgl ", "5 maret ", "maret-", "bulan ", "minggu ", "tidak ", "belum cair ",
            "sama ", "saya ", "nama saya ", "pak ", "halo ", "dipukul ", "pkh, ", "😀", "(", "ke-", "koma ", "kemarin ", "jam 8:", "nik ", "untuk saya ", "a b ", ".", ",", "saya sama minta pkh, ", "lapor ", "e\u0301",
        ];
        foreach (var piece in pieces)
            yield return (piece, Repeat(piece));
    }

    private static string Repeat(string piece)
    {
        var text = new StringBuilder(HostileLength + piece.Length);
        while (text.Length < HostileLength)
            text.Append(piece);
        return text.ToString();
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
