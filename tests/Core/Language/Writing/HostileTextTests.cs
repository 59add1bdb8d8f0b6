using FsCheck;
using FsCheck.Fluent;
using Puskesos.Core.Language.Answers;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Language.Speech;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Tests.Core.Language.Writing;

public sealed class HostileTextTests
{
    private const string Nik = "3328167112649962";

    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly MessageReader Reader = MessageReader.Seed();

    private static readonly string[] Pieces =
    [
        "", " ", "\n", "\t", "\0", "😀", "👍🏽", "🇮🇩", "\u200b", "\u202e", "\u2066", "e\u0301", "ａ", "𝐩𝐤𝐡", "①", "²", "é", "ß", "Ж", "你", "ا", "ก", "\ud800", "\udfff", "'", ".", ",", "-", "/", ":", "(", ")", "$", "+", "@",
        "0", "1", "62", "08", "3328", "0812", "99999999999999999999", "3328160101909551", "081234567890", "rt", "rw", "03", "nik", "kk", "rp", "jt", "rb", "ribu", "juta", "dua", "puluh", "belas", "ratus", "koma", "setengah", "seribu",
        "ke", "kedua", "tgl", "bulan", "maret", "mei", "minggu", "hari", "kemarin", "lalu", "depan", "jam", "malam", "pagi", "sampai", "s/d", "antara", "dan", "tahap", "tahun", "2024", "29", "31", "00", "24", "tidak", "belum", "iya", "sudah",
        "saya", "nama", "untuk", "lapor", "sama", "pkh", "kis", "mati", "cair", "dipukul", "bunuh", "diri", "desa", "k", "M", "o", "x", "iii", "aaaa", "anak2", "2nya",
    ];

    [Fact]
    public void Every_span_lies_in_the_message()
    {
        Check(text =>
        {
            foreach (var entity in Reader.Understand(text, Now).Entities)
                if (entity.Start < 0 || entity.End >= text.Length || entity.Start > entity.End || entity.Text != text[entity.Start..(entity.End + 1)])
                    return false;
            return true;
        });
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59+00:00")]
    public void No_clock_makes_the_reader_throw(string now)
    {
        var understood = Reader.Understand("pkh tidak cair sejak kemarin, 3 bulan lalu, tadi malam, minggu depan, tahun lalu", DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.NotEmpty(understood.Entities);
    }

    [Fact]
    public void Tokens_lead_back_in_order()
    {
        Check(text =>
        {
            var written = TextNormaliser.Read(text);
            for (var i = 0; i < written.Count; i++)
                if (written.OriginalStart(i) > written.OriginalEnd(i) || written.OriginalEnd(i) >= text.Length || (i > 0 && written.OriginalStart(i) <= written.OriginalStart(i - 1)))
                    return false;
            return true;
        });
    }

    [Fact]
    public void No_reader_throws()
    {
        Check(text =>
        {
            YesNoReader.Read(text);
            CommandWords.Read(text);
            OptionReader.Read(text, ["Saya sendiri", "Orang lain", text]);
            DangerWords.Read(text);
            LanguageGuesser.Read(text);
            PhoneNumberReader.Find(text);
            UnderstandLine.Json(Reader, text, Now);
            return true;
        });
    }

    [Fact]
    public void A_labelled_number_never_survives_in_mask_or_story()
    {
        Check(text =>
        {
            var message = $"{text} nik: {Nik} {text}";
            return !IdentityNumberReader.Mask(message).Contains(Nik, StringComparison.Ordinal) && !Reader.Understand(message, Now).Story.Contains(Nik, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Nothing_at_all_is_understood_as_nothing()
    {
        var read = Reader.Understand(null, Now);

        Assert.Empty(read.Entities);
        Assert.Equal("", read.Story);
    }

    private static void Check(Func<string, bool> holds)
    {
        var made = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Concat(pieces));
        var spaced = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(' ', pieces));
        var raw = Gen.Choose(0, 0xFFFF).ArrayOf().Select(units => new string([.. units.Select(unit => (char)unit)]));
        Prop.ForAll(Gen.OneOf(made, spaced, raw).ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1500).WithEndSize(60));
    }
}
