using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Puskesos.Bot.WebChat.Page;

/// <summary>Builds a page: what stands in the template is markup, what fills its holes is text and is encoded.</summary>
public sealed class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder page = new();

    /// <summary>Adds a template; every hole is encoded, unless it is itself markup.</summary>
    public Markup Add([InterpolatedStringHandlerArgument("")] Template template) => template.Target;

    /// <summary>Adds markup made elsewhere.</summary>
    public Markup Add(Markup inner)
    {
        page.Append(inner.page);
        return this;
    }

    public override string ToString() => page.ToString();

    /// <summary>A template being filled; made by the compiler from an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly struct Template
    {
        public Template(int literalLength, int holes, Markup target)
        {
            Target = target;
            target.page.EnsureCapacity(target.page.Length + literalLength + (holes * GuessedHole));
        }

        private const int GuessedHole = 16;

        internal Markup Target { get; }

        public void AppendLiteral(string markup) => Target.page.Append(markup);

        public void AppendFormatted(string? text) => Target.page.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(long number) => Target.page.Append(number);

        public void AppendFormatted(Markup? inner) => Target.page.Append(inner?.page);
    }
}
