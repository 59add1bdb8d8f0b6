using Microsoft.Recognizers.Text;

namespace Puskesos.Core.Language.Recognition;

/// <summary>Options of the Indonesian recognisers; a type of its own, because the library keeps one cache of models per options type.</summary>
[Flags]
public enum IndonesianOptions
{
    None = 0,

    /// <summary>The date model knows what time it is; without, each call names its reference.</summary>
    WithClock = 1,
}

/// <summary>The Indonesian culture for Microsoft.Recognizers.Text: every model registered under <c>id-id</c>.</summary>
public sealed class IndonesianRecognizer(TimeProvider? clock = null, string targetCulture = IndonesianModel.CultureCode, bool lazyInitialization = false)
    : Recognizer<IndonesianOptions>(targetCulture, clock is null ? IndonesianOptions.None : IndonesianOptions.WithClock, lazyInitialization)
{
    private readonly TimeProvider? clock = clock;

    /// <summary>Numbers.</summary>
    public NumberModel GetNumberModel(string? culture = null) => GetModel<NumberModel>(culture!, false);

    /// <summary>Places in a row.</summary>
    public OrdinalModel GetOrdinalModel(string? culture = null) => GetModel<OrdinalModel>(culture!, false);

    /// <summary>Amounts of money.</summary>
    public CurrencyModel GetCurrencyModel(string? culture = null) => GetModel<CurrencyModel>(culture!, false);

    /// <summary>Dates, periods, times and durations.</summary>
    public DateTimeModel GetDateTimeModel(string? culture = null) => GetModel<DateTimeModel>(culture!, false);

    /// <summary>Yes, no, not yet, already.</summary>
    public BooleanModel GetBooleanModel(string? culture = null) => GetModel<BooleanModel>(culture!, false);

    /// <summary>Telephone numbers.</summary>
    public PhoneNumberModel GetPhoneNumberModel(string? culture = null) => GetModel<PhoneNumberModel>(culture!, false);

    /// <summary>NIK numbers.</summary>
    public NikModel GetNikModel(string? culture = null) => GetModel<NikModel>(culture!, false);

    /// <summary>KK numbers.</summary>
    public KkModel GetKkModel(string? culture = null) => GetModel<KkModel>(culture!, false);

    /// <summary>RT and RW.</summary>
    public RtRwModel GetRtRwModel(string? culture = null) => GetModel<RtRwModel>(culture!, false);

    /// <inheritdoc/>
    protected override void InitializeConfiguration()
    {
        RegisterModel<NumberModel>(IndonesianModel.CultureCode, _ => new NumberModel());
        RegisterModel<OrdinalModel>(IndonesianModel.CultureCode, _ => new OrdinalModel());
        RegisterModel<CurrencyModel>(IndonesianModel.CultureCode, _ => new CurrencyModel());
        RegisterModel<DateTimeModel>(IndonesianModel.CultureCode, _ => new DateTimeModel(clock));
        RegisterModel<BooleanModel>(IndonesianModel.CultureCode, _ => new BooleanModel());
        RegisterModel<PhoneNumberModel>(IndonesianModel.CultureCode, _ => new PhoneNumberModel());
        RegisterModel<NikModel>(IndonesianModel.CultureCode, _ => new NikModel());
        RegisterModel<KkModel>(IndonesianModel.CultureCode, _ => new KkModel());
        RegisterModel<RtRwModel>(IndonesianModel.CultureCode, _ => new RtRwModel());
    }

    /// <inheritdoc/>
    protected override List<Type> GetRelatedTypes() =>
    [
        typeof(NumberModel), typeof(OrdinalModel), typeof(CurrencyModel), typeof(DateTimeModel), typeof(BooleanModel), typeof(PhoneNumberModel), typeof(NikModel), typeof(KkModel), typeof(RtRwModel),
    ];
}
