using System.Collections.Concurrent;

namespace Microsoft.Recognizers.Text;

/// <summary>Holds the models of a recogniser, made once per culture, kind and options and shared by all instances.</summary>
/// <typeparam name="TRecognizerOptions">The options; the cache of models is one per options type.</typeparam>
public abstract class Recognizer<TRecognizerOptions>
    where TRecognizerOptions : struct
{
    private static readonly ConcurrentDictionary<(string Culture, Type Model, string Options), IModel> Cache = new();

    private readonly Dictionary<(string Culture, Type Model), Func<TRecognizerOptions, IModel>> creators = [];

    protected Recognizer(string targetCulture, TRecognizerOptions options, bool lazyInitialization, int timeout = 0)
    {
        TargetCulture = targetCulture;
        Options = options;
        TimeoutInSeconds = timeout;
        InitializeConfiguration();
        if (!lazyInitialization)
            InitializeModels();
    }

    public string TargetCulture { get; }

    public TRecognizerOptions Options { get; }

    public int TimeoutInSeconds { get; }

    protected abstract void InitializeConfiguration();

    protected abstract List<Type> GetRelatedTypes();

    protected void RegisterModel<T>(string culture, Func<TRecognizerOptions, IModel> modelCreator) =>
        creators[(culture.ToLowerInvariant(), typeof(T))] = modelCreator;

    /// <summary>The model of the culture, or of the target culture when none is named; English stands in only when asked for.</summary>
    protected T GetModel<T>(string? culture, bool fallbackToDefaultCulture)
        where T : IModel
    {
        var requested = culture ?? TargetCulture;
        if (!string.IsNullOrEmpty(requested) && Find(Culture.MapToNearestLanguage(requested), typeof(T), requested) is { } model)
            return (T)model;
        if (fallbackToDefaultCulture && Find(Culture.English, typeof(T), requested) is { } english)
            return (T)english;
        throw new ArgumentException($"Could not find Model with the specified configuration: {culture}, {typeof(T)}");
    }

    private void InitializeModels()
    {
        foreach (var (culture, model) in creators.Keys.Where(key => string.IsNullOrEmpty(TargetCulture) || key.Culture == Culture.MapToNearestLanguage(TargetCulture)).ToList())
            Find(culture, model, culture);
    }

    private IModel? Find(string culture, Type type, string? requested)
    {
        if (!creators.TryGetValue((culture, type), out var create))
            return null;
        return Cache.GetOrAdd((culture, type, Options.ToString() ?? ""), _ =>
        {
            var made = create(Options);
            made.SetCultureInfo(culture, requested);
            return made;
        });
    }
}
