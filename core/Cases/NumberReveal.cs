using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases;

/// <summary>Shows the whole NIK and KK of a case's people to an officer who says why; the reason stands in the history for good (DOMAIN §4.6).</summary>
public sealed class NumberReveal(BotDbContext database, FieldCipher cipher, TimeProvider time)
{
    /// <summary>Shorter is no reason: "cek" tells a later reader nothing.</summary>
    public const int ShortestReason = 10;

    public const int LongestReason = 300;

    /// <summary>Those who type the number into another application; the others work with the last four digits.</summary>
    public static bool MayReveal(Actor officer)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return officer.HasAny(Role.FrontOffice, Role.BackOffice, Role.DataOperator, Role.Tksk, Role.Dinsos);
    }

    /// <summary>The numbers of reporter and person helped, once the reason is kept; null without a reason or a right to them.</summary>
    public async Task<IReadOnlyList<RevealedNumbers>?> ShowAsync(Case seen, Actor officer, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (!MayReveal(officer) || reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } why) return null;
        database.CaseEvents.Add(new CaseEvent { CaseId = seen.Id, At = time.GetUtcNow(), Kind = CaseEventKind.Revealed, OfficerId = officer.OfficerId, ActorRole = officer.RoleCode, Words = cipher.Seal(why) });
        await database.SaveChangesAsync(cancellationToken);
        var shown = new List<RevealedNumbers>();
        foreach (var id in new[] { seen.ReporterId, seen.HelpedId ?? seen.ReporterId }.Distinct())
        {
            var person = await database.Residents.FindAsync([id], cancellationToken);
            if (person?.NikCipher is not null || person?.KkCipher is not null) shown.Add(new RevealedNumbers(person.Name, Open(person.NikCipher), Open(person.KkCipher)));
        }

        return shown;
    }

    private string? Open(byte[]? box) => box is null ? null : cipher.OpenText(box);
}

/// <summary>A person's numbers in full.</summary>
public sealed record RevealedNumbers(string Name, string? Nik, string? Kk);
