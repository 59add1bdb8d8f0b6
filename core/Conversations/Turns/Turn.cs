using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>What a turn gathers while it runs; ends as a <see cref="TurnOutcome"/>.</summary>
internal sealed class Turn(TurnView start)
{
    private readonly List<TurnPart> parts = [];
    private readonly HashSet<long> blank = [];
    private List<IncomingMessage> waiting = [.. start.Waiting];
    private bool reread;

    public TurnView View { get; private set; } = start;

    /// <summary>The messages being read as one.</summary>
    public IReadOnlyList<IncomingMessage> Cluster { get; private set; } = [];

    /// <summary>How many messages were dealt with.</summary>
    public int Taken { get; set; }

    public int Misunderstood { get; set; } = start.Misunderstood;

    /// <summary>The message was nothing but a NIK or KK number.</summary>
    public bool NumberWasAll { get; set; }

    /// <summary>Cases changed: messages left over are read in a turn of their own, with a fresh view.</summary>
    public bool MustReload { get; private set; }

    public bool IsReread
    {
        get => reread;
        set
        {
            reread = value;
            View = View with { IsReread = value };
        }
    }

    /// <summary>Starts with the next messages; questions asked before are overtaken.</summary>
    public void Begin(IReadOnlyList<IncomingMessage> cluster)
    {
        Cluster = cluster;
        parts.RemoveAll(part => part is TurnPart.Words { Say.IsQuestion: true });
    }

    public void Say(Say say) => parts.Add(new TurnPart.Words(say));

    public void Do(TurnEffect effect)
    {
        parts.Add(new TurnPart.Deed(effect, View, Cluster));
        MustReload |= effect is TurnEffect.FileCase or TurnEffect.AppendToCase or TurnEffect.ReceiveDocuments or TurnEffect.ConfirmResolved
            or TurnEffect.ReopenCase or TurnEffect.CancelCase or TurnEffect.AnswerHelped or TurnEffect.SwitchPerson or TurnEffect.TakeCase;
        View = effect switch
        {
            TurnEffect.SetLanguage language => View with { Language = language.Language, LanguageChosen = language.Chosen },
            TurnEffect.GiveConsent => View with { Resident = (View.Resident ?? new KnownResident(0, "", true)) with { Consented = true } },
            TurnEffect.MoveTalk move => View with { Regency = View.Served[move.RegencyCode] },
            TurnEffect.NamePerson name => View with { Resident = View.Resident is { } known ? known with { Name = name.Name } : null },
            TurnEffect.SwitchPerson to => Switched(to.ResidentId),
            _ => View,
        };
    }

    /// <summary>Somebody else of this phone talks: nothing of the former person stays in sight.</summary>
    private TurnView Switched(long? residentId)
    {
        var to = View.OthersHere.FirstOrDefault(other => other.Resident.Id == residentId);
        return View with { Resident = to?.Resident, Cases = to?.Cases ?? [], PhoneKnown = to?.HasPhone ?? false, Language = TextCatalog.Indonesian, LanguageChosen = false };
    }

    public void Change(Draft draft) => View = View with { Draft = draft };

    /// <summary>Takes over what a step learnt, said and wants done. Effects see the draft as it was before the answer emptied it.</summary>
    public void Keep(StepResult result, Step from)
    {
        if (result.Understood && result.Trigger != Trigger.Stay) Misunderstood = 0;
        foreach (var say in result.Says) Say(say);
        var before = View.Draft;
        var filesCase = result.Effects.Any(effect => effect is TurnEffect.FileCase or TurnEffect.EraseDraft);
        if (!filesCase) Change(result.Draft);
        foreach (var effect in result.Effects) Do(effect);
        var path = result.Trigger == Trigger.Answered && from != Step.AskConsent && !EndsWith(result.Draft.Path, from)
            ? [.. result.Draft.Path.Where(step => step != from), from]
            : result.Draft.Path;
        Change(result.Draft with { Path = path, ReturnTo = result.Trigger == Trigger.Resume ? before.ReturnTo : result.Draft.ReturnTo });
        if (result.FreesWaiting) FreeWaiting();
    }

    private static bool EndsWith(IReadOnlyList<Step> path, Step step) => path is [.., var last] && last == step;

    /// <summary>One question back: its answer is forgotten, and so is the way from it.</summary>
    public void Forget(IStep step)
    {
        var path = View.Draft.Path;
        Change(step.Forget(View.Draft) with { Path = path.Count > 0 ? [.. path.SkipLast(1)] : path });
    }

    public void Arrive(Step to, bool putsAside)
    {
        if (putsAside) waiting.AddRange(Cluster);
        View = View with { Step = to, Waiting = waiting, Draft = to == Step.Greet ? View.Draft with { ReturnTo = null } : View.Draft };
    }

    /// <summary>The messages put aside, which are no longer put aside.</summary>
    public IReadOnlyList<IncomingMessage> FreeWaiting()
    {
        var freed = waiting;
        waiting = [];
        View = View with { Waiting = waiting };
        return freed;
    }

    /// <summary>Files that came where no file was asked for stay with the draft.</summary>
    public void KeepFiles(IncomingMessage message)
    {
        Change(View.Draft with
        {
            Documents = [.. View.Draft.Documents, .. MessageMerge.Files(message).Select(file => new DraftDocument(file.Place.InboxId, file.Place.Index, null, message.Kind == IncomingKind.Voice))],
        });
        Do(new TurnEffect.KeepFiles());
    }

    /// <summary>The raw messages of this cluster hold a NIK or KK: they are blanked with this turn.</summary>
    public void BlankRaw() => blank.UnionWith(Cluster.Select(message => message.InboxId));

    public TurnOutcome Finish() => new()
    {
        View = View,
        Parts = parts,
        Taken = Taken,
        Misunderstood = Misunderstood,
        Waiting = [.. waiting.Select(message => message.InboxId)],
        Blank = blank,
    };
}
