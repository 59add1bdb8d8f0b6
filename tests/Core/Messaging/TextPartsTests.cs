using FsCheck;
using FsCheck.Fluent;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Messaging;

public sealed class TextPartsTests
{
    [Fact]
    public void A_short_text_is_one_part() => Assert.Equal([new TextPart(0, 4)], TextParts.Cut("halo", 10));

    [Fact]
    public void Nothing_but_blanks_has_no_part() => Assert.Empty(TextParts.Cut(" \n ", 10));

    [Theory]
    [InlineData("satu dua\ntiga empat", 12, "satu dua|tiga empat")]
    [InlineData("satu dua\n\ntiga", 9, "satu dua|tiga")]
    [InlineData("satu dua tiga", 10, "satu dua|tiga")]
    [InlineData("aaaaaaaaaaaa", 5, "aaaaa|aaaaa|aa")]
    [InlineData("a\nbbbbbbbbbbbbbbbbbbb", 12, "a\nbbbbbbbbbb|bbbbbbbbb")]
    public void It_is_cut_at_line_ends_then_blanks(string text, int most, string parts) =>
        Assert.Equal(parts, string.Join('|', TextParts.Cut(text, most).Select(part => part.Of(text))));

    [Fact]
    public void A_character_of_two_units_is_never_halved()
    {
        var text = new string('x', 4095) + "🙏" + new string('y', 10);

        var parts = TextParts.Cut(text, 4096).Select(part => part.Of(text)).ToList();

        Assert.Equal([4095, 12], parts.Select(part => part.Length));
        Assert.StartsWith("🙏", parts[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_fit_lose_only_blanks_and_keep_their_order()
    {
        var letters = Gen.Elements("a", "bb", " ", "\n", "🙏", "ñ", "\r\n");
        var texts = Gen.ListOf(letters).Select(list => string.Concat(list)).ToArbitrary();

        Check.QuickThrowOnFailure(Prop.ForAll(texts, text =>
        {
            var parts = TextParts.Cut(text, 7).Select(part => part.Of(text)).ToList();
            var whole = parts.All(part => part.Length is > 0 and <= 7 && !char.IsLowSurrogate(part[0]) && !char.IsHighSurrogate(part[^1]));
            return whole && Letters(string.Concat(parts)) == Letters(text);
        }));
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
