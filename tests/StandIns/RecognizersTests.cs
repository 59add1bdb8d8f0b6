using Microsoft.Recognizers.Text;

namespace Puskesos.Tests.StandIns;

/// <summary>What we rely on in Microsoft.Recognizers.Text; runs unchanged on the real package.</summary>
public sealed class RecognizersTests
{
    [Fact]
    public void A_culture_that_is_not_shipped_is_used_in_small_letters()
    {
        Assert.Equal("id-id", Culture.MapToNearestLanguage("id-ID"));
    }

    [Fact]
    public void A_shipped_culture_maps_to_itself()
    {
        Assert.Equal(Culture.Portuguese, Culture.MapToNearestLanguage("pt-BR"));
    }

    [Fact]
    public void A_model_is_found_under_its_culture_and_made_once()
    {
        var first = new EchoRecognizer("id-id").Get("id-ID");
        var second = new EchoRecognizer("id-id").Get(null);

        Assert.Same(first, second);
        Assert.Equal("id-id", first.Culture);
    }

    [Fact]
    public void A_culture_without_a_model_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new EchoRecognizer("id-id").Get("fr-fr"));
    }

    [Fact]
    public void Results_carry_text_place_type_and_resolution()
    {
        var result = Assert.Single(new EchoRecognizer("id-id").Get(null).Parse("halo"));

        Assert.Equal(("halo", 0, 3, "echo"), (result.Text, result.Start, result.End, result.TypeName));
        Assert.Equal("halo", result.Resolution[ResolutionKey.Value]);
    }

    [Fact]
    public void Keys_of_a_resolution_are_the_librarys()
    {
        Assert.Equal(("values", "value", "type", "unit", "score", "subtype"),
            (ResolutionKey.ValueSet, ResolutionKey.Value, ResolutionKey.Type, ResolutionKey.Unit, ResolutionKey.Score, ResolutionKey.SubType));
    }

    [Flags]
    private enum EchoOptions
    {
        None = 0,
    }

    private sealed class EchoRecognizer(string culture) : Recognizer<EchoOptions>(culture, EchoOptions.None, true)
    {
        public EchoModel Get(string? culture) => GetModel<EchoModel>(culture!, false);

        protected override void InitializeConfiguration() => RegisterModel<EchoModel>("id-id", _ => new EchoModel());

        protected override List<Type> GetRelatedTypes() => [typeof(EchoModel)];
    }

    private sealed class EchoModel : IModel
    {
        public string ModelTypeName => "echo";

        public string Culture { get; private set; } = "";

        public string RequestedCulture { get; private set; } = "";

        public List<ModelResult> Parse(string query) =>
            [new ModelResult { Text = query, Start = 0, End = query.Length - 1, TypeName = "echo", Resolution = new SortedDictionary<string, object> { [ResolutionKey.Value] = query } }];

        public void SetCultureInfo(string culture, string? requestedCulture = null)
        {
            Culture = culture;
            RequestedCulture = requestedCulture ?? culture;
        }
    }
}
