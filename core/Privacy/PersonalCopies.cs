using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Documents;
using Puskesos.Core.People;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Privacy;

/// <summary>Gathers what is kept of one person for the person to see (right of access, UU 27/2022): never what stands there of others.</summary>
public sealed class PersonalCopies(BotDbContext database, FieldCipher cipher)
{
    /// <summary>What the resident said, heard or lived through; officers' notes and looks are the log's.</summary>
    private static readonly CaseEventKind[] Told =
    [
        CaseEventKind.Filed, CaseEventKind.Moved, CaseEventKind.ResidentWrote, CaseEventKind.OfficerWrote, CaseEventKind.DocumentArrived, CaseEventKind.Consent, CaseEventKind.Rated,
        CaseEventKind.VisitAnswered, CaseEventKind.DataChecked,
    ];

    /// <summary>The copy; null for nobody or somebody erased.</summary>
    public async Task<PersonalCopy?> MakeAsync(long residentId, CancellationToken cancellationToken)
    {
        if (await database.Residents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == residentId && row.ErasedAt == null, cancellationToken) is not { } person) return null;
        var cases = await database.Cases.AsNoTracking().Include(row => row.Items).Where(row => row.ReporterId == residentId || row.HelpedId == residentId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var shown = cases.Where(row => IsShown(row, residentId)).ToList();
        var ids = shown.Where(row => IsAbout(row, residentId)).Select(row => row.Id).ToArray();
        var lines = await database.CaseEvents.AsNoTracking().Where(line => ids.Contains(line.CaseId) && Told.Contains(line.Kind)).OrderBy(line => line.Id).ToListAsync(cancellationToken);
        var papers = await database.Documents.AsNoTracking().Where(row => ids.Contains(row.CaseId ?? 0) && row.State != DocumentState.Erased).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var checks = await database.DataChecks.AsNoTracking().Where(row => row.ResidentId == residentId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var consents = await database.Consents.AsNoTracking().Where(row => row.ResidentId == residentId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new PersonalCopy
        {
            Person = person,
            Nik = Opened(person.NikCipher),
            Kk = Opened(person.KkCipher),
            Phone = Opened(person.PhoneCipher),
            Consents = consents,
            Checks = checks,
            Cases = [.. shown.Select(row => Case(row, residentId, lines, papers))],
            SecretCases = cases.Count(row => row.Secrecy == Secrecy.Secret),
        };
    }

    /// <summary>Never S1: paper in the house may put somebody in danger (DOMAIN §9).</summary>
    private static bool IsShown(Case row, long residentId) => row.Secrecy != Secrecy.Secret && (row.Secrecy == Secrecy.Ordinary || row.ReporterId == residentId);

    private static bool IsAbout(Case row, long residentId) => (row.HelpedId ?? row.ReporterId) == residentId;

    private CopiedCase Case(Case row, long residentId, List<CaseEvent> lines, List<Document> papers) => new()
    {
        Case = row,
        Story = row.ReporterId == residentId && row.Story.Length > 0 ? row.Story : null,
        Lines = [.. lines.Where(line => line.CaseId == row.Id).Select(line => new CopiedLine(line.At, line.Kind, line.ToStatus, Words(row, line, residentId)))],
        Papers = [.. papers.Where(paper => paper.CaseId == row.Id).Select(paper => (paper.ReceivedAt, paper.Kind))],
    };

    /// <summary>What another person wrote about this one is that person's word.</summary>
    private string? Words(Case row, CaseEvent line, long residentId) =>
        line.Kind == CaseEventKind.ResidentWrote && row.ReporterId != residentId ? null : Opened(line.Words);

    private string? Opened(byte[]? box) => box is null ? null : cipher.OpenText(box);
}

/// <summary>All that is kept of one person, opened.</summary>
public sealed class PersonalCopy
{
    public required Resident Person { get; init; }

    public string? Nik { get; init; }

    public string? Kk { get; init; }

    public string? Phone { get; init; }

    public IReadOnlyList<Consent> Consents { get; init; } = [];

    public IReadOnlyList<DataCheck> Checks { get; init; } = [];

    public IReadOnlyList<CopiedCase> Cases { get; init; } = [];

    /// <summary>Cases that are told in person, never on paper.</summary>
    public int SecretCases { get; init; }
}

/// <summary>A case in the copy.</summary>
public sealed class CopiedCase
{
    public required Case Case { get; init; }

    /// <summary>As the person told it; null when somebody else did.</summary>
    public string? Story { get; init; }

    /// <summary>Empty for a complaint about somebody else, whose it is.</summary>
    public IReadOnlyList<CopiedLine> Lines { get; init; } = [];

    public IReadOnlyList<(DateTimeOffset At, string? Kind)> Papers { get; init; } = [];
}

/// <summary>A line of a case in the copy.</summary>
public sealed record CopiedLine(DateTimeOffset At, CaseEventKind Kind, CaseStatus? To, string? Words);
