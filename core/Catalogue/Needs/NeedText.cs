namespace Puskesos.Core.Catalogue.Needs;

/// <summary>What a regency may say about a need: its name, whether it is offered, its papers. Secrecy and bypass are rules and stay.</summary>
public sealed record NeedText(string Label, bool IsActive, IReadOnlyList<string> Required, IReadOnlyList<string> Helpful)
{
    /// <summary>Fits the lists of every channel (DOMAIN §5).</summary>
    public const int LongestLabel = 24;

    /// <summary>The question for papers stays one readable message; the longest list of the domain sheet has four.</summary>
    public const int MostPapers = 8;

    /// <summary>Longest reason for a change.</summary>
    public const int LongestNote = 400;

    /// <summary>As the catalogue or a version says it.</summary>
    public static NeedText Of(NeedCategory need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return new(need.Label, need.IsActive, need.RequiredDocuments, need.HelpfulDocuments);
    }

    /// <summary>Whether the list of papers that work needs may be changed: where nothing or only an address is asked, that is a rule (DOMAIN §9).</summary>
    public static bool MayChangeRequired(NeedCategory need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need.DocumentNeed is DocumentNeed.Required or DocumentNeed.Optional && need.Secrecy == 0;
    }

    /// <summary>Whether the need may be switched off: the ways past the village and the secret ones stay open.</summary>
    public static bool MaySwitchOff(NeedCategory need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need.BypassTo is null && need.Secrecy == 0;
    }

    /// <summary>The need as it stands with these words.</summary>
    public NeedCategory On(NeedCategory need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return new NeedCategory
        {
            Code = need.Code,
            MenuGroup = need.MenuGroup,
            SortOrder = need.SortOrder,
            Label = Label,
            DocumentNeed = !MayChangeRequired(need) ? need.DocumentNeed : Required.Count > 0 ? DocumentNeed.Required : DocumentNeed.Optional,
            RequiredDocuments = [.. Required],
            HelpfulDocuments = [.. Helpful],
            Secrecy = need.Secrecy,
            BypassTo = need.BypassTo,
            LocalWorkingDays = need.LocalWorkingDays,
            NamesProgramme = need.NamesProgramme,
            IsActive = IsActive,
        };
    }

    /// <summary>What keeps it from being saved, in the order of the form; empty when nothing does.</summary>
    /// <param name="need">The need as the catalogue has it.</param>
    /// <param name="now">What residents of the regency are offered now.</param>
    public IReadOnlyList<NeedFault> Faults(NeedCategory need, CatalogueIndex now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var faults = new List<NeedFault>();
        if (Label.Length is 0 or > LongestLabel || !Label.Any(char.IsLetter) || Label.Any(char.IsControl)) faults.Add(NeedFault.Label);
        if (now.Categories.Any(other => other.Code != need.Code && string.Equals(other.Label, Label, StringComparison.OrdinalIgnoreCase))) faults.Add(NeedFault.LabelTaken);
        if (!IsActive && !MaySwitchOff(need)) faults.Add(NeedFault.MustStay);
        if (!IsActive && now.Group(need.MenuGroup).All(other => other.Code == need.Code)) faults.Add(NeedFault.LastOfGroup);
        if (!MayChangeRequired(need) && !Required.SequenceEqual(need.RequiredDocuments)) faults.Add(NeedFault.RequiredFixed);
        var papers = Required.Concat(Helpful).ToList();
        if (papers.Any(paper => !now.Knows(paper)) || papers.Distinct().Count() != papers.Count || Required.Count > MostPapers || Helpful.Count > MostPapers) faults.Add(NeedFault.Papers);
        return faults;
    }
}

/// <summary>Why a need cannot be saved so.</summary>
public enum NeedFault
{
    /// <summary>No name, one without a letter, or a longer one than a button takes.</summary>
    Label,

    /// <summary>Another need is called so already.</summary>
    LabelTaken,

    /// <summary>A secret need, or one that goes past the village, cannot be switched off.</summary>
    MustStay,

    /// <summary>Its menu entry would lead nowhere.</summary>
    LastOfGroup,

    /// <summary>What must be brought for this need is a rule.</summary>
    RequiredFixed,

    /// <summary>A paper that the catalogue does not know, one that stands twice, or too many.</summary>
    Papers,
}
