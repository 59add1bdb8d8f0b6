using System.Globalization;
using Puskesos.Core.Conversations.Steps.Need;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Writing;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>One turn of a talk: the current step reads, the machine moves, the next step asks. Pure: what must be written is in the outcome.</summary>
public sealed class ConversationEngine(StepBook steps)
{
    /// <summary>After this many answers in a row that do not fit, a human is called (text Anywhere_NotUnderstoodThrice).</summary>
    public const int MisunderstoodLimit = 3;

    /// <summary>From this many words on, what is no answer is told, not mistyped.</summary>
    public const int StoryWords = 5;

    /// <summary>Fewer words are an answer, also where they name a need ("kis mati" as the name of a button).</summary>
    private const int FewestWords = 3;

    /// <summary>Deals with all messages of one person that lie in the inbox; they get one reply.</summary>
    public TurnOutcome Take(IReadOnlyList<IncomingMessage> messages, TurnView view)
    {
        var turn = new Turn(view);
        for (var at = 0; at < messages.Count && !turn.MustReload;)
        {
            var (message, count) = MessageMerge.Next(messages, at, steps[turn.View.Step], turn.View);
            turn.Begin([.. messages.Skip(at).Take(count)]);
            TakeOne(message, turn);
            at += count;
            turn.Taken = at;
        }

        return turn.Finish();
    }

    private void TakeOne(IncomingMessage message, Turn turn)
    {
        if (message.Kind == IncomingKind.Edit && turn.View.Held is null && AsksDanger(message, turn)) return;
        var before = turn.View.Draft;
        if (OddMessages.Handle(message, turn))
        {
            // A summary that is no longer true is shown again.
            if (turn.View.Step == Step.ConfirmReport && turn.View.Draft != before) turn.Say(steps[Step.ConfirmReport].Ask(turn.View));
            return;
        }

        if (turn.View.Held is not null && !EverywhereWords.WorksWhileHeld(message, turn.View))
        {
            KeepForOfficer(message, turn);
            return;
        }

        message = WithoutTooBig(message);
        if (message.Kind == IncomingKind.Media && message.Media.Count == 0)
        {
            TellTooBig(message.Channel, turn);
            if (turn.View.Step == Step.AskDocuments || string.IsNullOrWhiteSpace(message.Text)) return; // there the words only name the paper
            message = message with { Kind = IncomingKind.Text };
        }

        message = TakeNumbersOut(message, turn);
        if (turn.NumberWasAll) return;
        if (AsksDanger(message, turn)) return;
        if (EverywhereWords.Read(message, turn.View) is { } word) Apply(word, message, turn);
        else if (IsStale(turn.View)) Apply(StepResult.Go(Trigger.Stale, turn.View.Draft with { ReturnTo = turn.View.Step }) with { PutsAside = true }, message, turn);
        else ReadAnswer(message, turn);
    }

    /// <summary>A human has the chat: the words go to the case. MENU gives an ordinary chat back to the bot; who is not safe here hears one neutral line.</summary>
    private void KeepForOfficer(IncomingMessage message, Turn turn)
    {
        turn.Do(new TurnEffect.KeepForOfficer(turn.Cluster));
        if (turn.View.Draft.Danger is not { IsUnsafeHere: true } danger) return;
        turn.Say(new Say(Questions.AskSafe_Heard));
        turn.Change(turn.View.Draft with { Danger = danger with { IsUnsafeHere = false } });
    }

    private void ReadAnswer(IncomingMessage message, Turn turn)
    {
        var step = steps[turn.View.AnswersNudge(message) ? Step.AskResume : turn.View.Step];
        if (step.Id != Step.AskResume && ChoiceOfAnotherStep(message, turn.View) || !Fits(message, step))
        {
            Unfit(message, step, turn);
            return;
        }

        if (ServiceAnswers.Of(message, turn.View) is { } told)
        {
            turn.Say(told);
            turn.Say(step.Ask(turn.View));
            return;
        }

        if (step.Id is Step.AskName or Step.AskHelpedName && StoryGoesOn(StepResult.NotUnderstood(turn.View.Draft), message, turn)) return;
        var result = step.Read(message, turn.View);
        if (!result.Understood && result.Says.Count == 0 && OldButtons.IsOne(message, turn.View))
        {
            turn.Say(new Say(Questions.Anywhere_OldButton));
            turn.Say(steps[turn.View.Step].Ask(turn.View));
            return;
        }

        Apply(result, message, turn);
    }

    /// <summary>Carries out a step's result: words, effects, the move, the next question.</summary>
    private void Apply(StepResult result, IncomingMessage message, Turn turn)
    {
        if (!result.Understood && (StoryGoesOn(result, message, turn) || Misunderstood(result, message, turn))) return;
        if (result.Effects.Any(effect => effect is TurnEffect.FileCase) && MissedWords.OfStory(turn.View) is { } story) turn.Do(story);
        var from = turn.View.Step;
        turn.Keep(result, from);
        var to = ConversationMachine.Next(from, result.Trigger, turn.View);
        if (result.Trigger == Trigger.Back) turn.Forget(steps[to]);
        turn.Arrive(to, result.PutsAside);
        if (result.RereadsWaiting)
        {
            Reread(turn);
            return;
        }

        if (result.AsksNext && to != Step.Greet) turn.Say(steps[to].Ask(turn.View));
    }

    /// <summary>Somebody tells on while something else is asked: the words join the story and the question comes again.</summary>
    private bool StoryGoesOn(StepResult result, IncomingMessage message, Turn turn)
    {
        var view = turn.View;
        if (!view.HasConsent || !ConversationMachine.Questions.Contains(view.Step) || message.Kind != IncomingKind.Text) return false;
        if (AnswerReading.Words(message) is not { } words || words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is not (>= FewestWords and var count)) return false;
        var asked = steps[view.Step].Ask(view);
        var isChoice = result.Says.Count == 0 && AnswerReading.Labels(asked, view).Count > 0;
        if (!(isChoice && count >= StoryWords) && !FirstMessage.TellsComplaint(message, view)) return false;
        // A complaint at another question also tells its need, unless one is chosen already.
        turn.Change(view.Draft.Needs.Count == 0 && !isChoice ? FirstMessage.Begin(result.Draft, [message], view) : AskComplaint.WithMore(result.Draft, words));
        turn.Say(new Say(Questions.Anywhere_StoryKept));
        turn.Say(asked);
        return true;
    }

    /// <summary>True when the third misunderstanding in a row called a human and nothing more is said.</summary>
    private static bool Misunderstood(StepResult result, IncomingMessage message, Turn turn)
    {
        if (MissedWords.OfAnswer(message, turn.View) is { } words) turn.Do(new TurnEffect.MissWords(words));
        turn.Misunderstood++;
        if (turn.Misunderstood >= MisunderstoodLimit)
        {
            turn.Misunderstood = 0;
            turn.Say(turn.View.Office.IsOpen ? new Say(Questions.Anywhere_NotUnderstoodThrice) : Handover.Asked(turn.View));
            turn.Do(new TurnEffect.CallHuman());
            return true;
        }

        if (result.Says.Count == 0) turn.Say(new Say(Questions.Anywhere_NotUnderstood));
        return false;
    }

    /// <summary>What was put aside is read as if it came now.</summary>
    private void Reread(Turn turn)
    {
        var waiting = turn.FreeWaiting();
        if (waiting.Count == 0) return;
        turn.Begin(waiting);
        turn.IsReread = true;
        ReadAnswer(MessageMerge.All(waiting), turn);
        turn.IsReread = false;
    }

    private void Unfit(IncomingMessage message, IStep step, Turn turn)
    {
        switch (message.Kind)
        {
            case IncomingKind.Choice:
                turn.Say(new Say(Questions.Anywhere_OldButton));
                turn.Say(step.Ask(turn.View));
                return;
            case IncomingKind.Voice or IncomingKind.Media when UnaskedFiles.StaysWithDraft(turn.View):
                turn.Say(UnaskedFiles.Kept(message));
                turn.KeepFiles(message);
                turn.Say(step.Ask(turn.View));
                return;
            case IncomingKind.Voice or IncomingKind.Media when UnaskedFiles.Read(message, step, turn.View) is { } read:
                Apply(read, message, turn);
                return;
            default:
                Apply(StepResult.NotUnderstood(turn.View.Draft), message, turn);
                return;
        }
    }

    /// <summary>True when the message, new or edited, holds danger words and the danger question was asked.</summary>
    private bool AsksDanger(IncomingMessage message, Turn turn)
    {
        if (FindDanger(message, turn.View) is not { Kind: not DangerKind.None } danger || IsOffered(message, turn.View)) return false;
        AskDangerFirst(danger, turn);
        return true;
    }

    private static void AskDangerFirst(DangerFinding danger, Turn turn)
    {
        var isSuicidal = danger.Kind == DangerKind.Suicidal;
        var view = turn.View;
        if (isSuicidal) turn.Say(new Say(Questions.AskDanger_Care));
        if (isSuicidal) turn.Do(new TurnEffect.RaiseAlarm(true));
        turn.Change(view.Draft with
        {
            Danger = new DraftDanger(isSuicidal, IsSelf: isSuicidal, AlarmRaised: isSuicidal),
            ReturnTo = view.Step,
        });
        turn.Arrive(Step.AskDanger, putsAside: true);
        turn.Say(Say.Ask(Questions.AskDanger_Question));
    }

    /// <summary>A code that links an officer's chat is drawn by lot and may spell anything.</summary>
    private static DangerFinding FindDanger(IncomingMessage message, TurnView view) =>
        view.IsReread || view.InEmergency || view.Officer is not null || view.CodeOfficer is not null || view.Step is Step.AskDanger or Step.AskSafe or Step.AskDangerPlace or Step.AskDangerWho or Step.AskDangerCall or Step.Scam
            ? DangerFinding.None
            : DangerWords.Read(TextNormaliser.Read(message.Text), view.Words.Lexicon);

    /// <summary>A label of ours that is pressed or typed is an answer, whatever words stand in it ("Kebakaran/banjir/bencana").</summary>
    private bool IsOffered(IncomingMessage message, TurnView view) =>
        message.ChoiceId is not null || (message.Text is { } text && AnswerReading.Labels(steps[view.Step].Ask(view), view).Contains(text, StringComparer.OrdinalIgnoreCase));

    /// <summary>A file that its channel cannot hand over counts for nothing; one of an album is told of when it is fetched.</summary>
    private static IncomingMessage WithoutTooBig(IncomingMessage message) =>
        message.Media.Any(media => MediaLimits.IsTooBig(media, message.Channel))
            ? message with { Media = [.. message.Media.Where(media => !MediaLimits.IsTooBig(media, message.Channel))] }
            : message;

    private void TellTooBig(Channel channel, Turn turn)
    {
        var asked = steps[turn.View.Step].Ask(turn.View);
        var limit = (MediaLimits.Largest(channel) / MediaLimits.Megabyte).ToString(CultureInfo.InvariantCulture);
        turn.Say(Say.Ask(Questions.AskDocuments_TooBig, ("limit", limit)) with { Words = asked.Words });
        if (turn.View.Step is not (Step.Greet or Step.AskDocuments)) turn.Say(asked);
    }

    /// <summary>NIK and KK are taken out of the text, kept apart, and never echoed.</summary>
    private IncomingMessage TakeNumbersOut(IncomingMessage message, Turn turn)
    {
        turn.NumberWasAll = false;
        if (message.Text is not { Length: > 0 } text || IdentityNumberReader.Find(text) is not { Count: > 0 } numbers) return message;
        var valid = numbers.Where(number => number.Verdict == IdentityNumberVerdict.Valid).ToList();
        var rest = IdentityNumberReader.Remove(text).Trim();
        if (valid.Count == 0)
        {
            var wrong = numbers[0];
            turn.Say(new Say(Questions.AskComplaint_NikWrong, ("count", $"{wrong.Digits.Length}")));
            turn.NumberWasAll = !rest.Any(char.IsLetter);
            if (turn.NumberWasAll) turn.Say(steps[turn.View.Step].Ask(turn.View));
            return message with { Text = IdentityNumberReader.Mask(text) };
        }

        if (turn.View.HasConsent) turn.Change(WithNumbers(turn.View.Draft, valid));
        turn.Say(new Say(Questions.AskComplaint_NikTaken));
        turn.BlankRaw();
        turn.NumberWasAll = !rest.Any(char.IsLetter);
        if (turn.NumberWasAll && turn.View.Step != Step.Greet) turn.Say(steps[turn.View.Step].Ask(turn.View));
        return message with { Text = IdentityNumberReader.Mask(text) };
    }

    private static Draft WithNumbers(Draft draft, List<IdentityNumber> numbers)
    {
        foreach (var number in numbers)
            draft = number.Kind == IdentityNumberKind.Nik ? draft with { Nik = number.Digits } : draft with { Kk = number.Digits };
        return draft;
    }

    private static bool IsStale(TurnView view) =>
        !view.IsReread && view.Draft.HasComplaint && ConversationMachine.Questions.Contains(view.Step)
        && view.LastInboundAt is { } last && view.Now - last > Steps.Opening.AskResume.StaleAfter;

    private static bool ChoiceOfAnotherStep(IncomingMessage message, TurnView view) =>
        message.ChoiceId is { } id && id.Contains(':') && ChoiceIds.StepOf(id) != view.Step;

    private static bool Fits(IncomingMessage message, IStep step) => message.Kind switch
    {
        IncomingKind.Voice => step.TakesVoice,
        IncomingKind.Media => step.TakesMedia,
        _ => true,
    };
}
