using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Calendar;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Catalogue.Programmes;

/// <summary>Changes what residents read about programmes: each save is a new version; the bot follows within ten seconds.</summary>
public sealed class ProgrammeEditing(BotDbContext database, TimeProvider clock)
{
    /// <summary>Every programme of a regency with all its versions.</summary>
    public Task<List<Programme>> ListAsync(string regencyCode, CancellationToken cancellationToken) =>
        database.Programmes.AsNoTracking().Include(row => row.Versions.OrderBy(version => version.Number)).Where(row => row.RegencyCode == regencyCode).OrderBy(row => row.Id).ToListAsync(cancellationToken);

    /// <summary>What residents read now, in all regencies.</summary>
    public static async Task<List<PublishedProgramme>> PublishedAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        var last = await database.Programmes.AsNoTracking()
            .Select(row => new { row.RegencyCode, Version = row.Versions.Where(version => version.State != ProgrammeState.Draft).OrderByDescending(version => version.Number).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return [.. last.Where(row => row.Version is { State: ProgrammeState.Published }).Select(row => new PublishedProgramme(row.Version!.ProgrammeId, row.RegencyCode, TextOf(row.Version)))];
    }

    /// <summary>The version that residents read; null for a draft or a withdrawn programme.</summary>
    public static ProgrammeVersion? ReadNow(Programme programme) =>
        programme.Versions.Where(version => version.State != ProgrammeState.Draft).MaxBy(version => version.Number) is { State: ProgrammeState.Published } live ? live : null;

    /// <summary>The words of a version as they can be edited.</summary>
    public static ProgrammeText TextOf(ProgrammeVersion version) => new()
    {
        Name = version.Name,
        Words = version.Words,
        Summary = version.Summary,
        Conditions = version.Conditions,
        Papers = version.Papers,
        Register = version.Register,
        Owner = version.Owner,
        Note = version.Note,
        CheckedOn = version.CheckedOn,
    };

    /// <summary>Saves a new version; a programme that is not there yet is made.</summary>
    /// <param name="by">Who saves, and for which regency.</param>
    /// <param name="id">The programme; null = a new one.</param>
    /// <param name="basedOn">Number of the version that the officer saw; an older one is refused.</param>
    /// <param name="text">The words; must have no <see cref="ProgrammeText.Faults"/>.</param>
    /// <param name="state">Draft, published or withdrawn.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ProgrammeSaved> SaveAsync(ProgrammeEditor by, long? id, int basedOn, ProgrammeText text, ProgrammeState state, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (text.Faults(IndonesianZone.OfArea(by.RegencyCode).DayOf(now)).Count > 0) throw new ArgumentException("The text has faults.", nameof(text));
        var programme = id is null
            ? database.Programmes.Add(new Programme { RegencyCode = by.RegencyCode, CreatedAt = now }).Entity
            : await database.Programmes.Include(row => row.Versions).SingleOrDefaultAsync(row => row.Id == id && row.RegencyCode == by.RegencyCode, cancellationToken);
        if (programme is null) return new ProgrammeSaved(null);
        if ((programme.Versions.Max(version => (int?)version.Number) ?? 0) != basedOn) return new ProgrammeSaved(null, IsOvertaken: true);
        programme.Versions.Add(new ProgrammeVersion
        {
            Number = basedOn + 1,
            State = state,
            Name = text.Name,
            Words = [.. text.Words],
            Summary = text.Summary,
            Conditions = text.Conditions,
            Papers = text.Papers,
            Register = text.Register,
            Owner = text.Owner,
            Note = text.Note,
            CheckedOn = text.CheckedOn!.Value,
            SavedAt = now,
            SavedBy = by.OfficerId,
        });
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new ProgrammeSaved(null, IsOvertaken: true);
        }

        return new ProgrammeSaved(programme.Id);
    }
}

/// <summary>Who saves.</summary>
public sealed record ProgrammeEditor(string RegencyCode, long? OfficerId);

/// <summary>What came of a save: the programme's id, or why nothing was saved.</summary>
/// <param name="Id">The programme; null when nothing was saved.</param>
/// <param name="IsOvertaken">Somebody else saved meanwhile; false = no such programme in this regency.</param>
public sealed record ProgrammeSaved(long? Id, bool IsOvertaken = false);
