using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Catalogue.Programmes;

/// <summary>Counts what residents ask about programmes, by day; who asked and in which words is not kept.</summary>
public static class ProgrammeCount
{
    /// <summary>Counts one question in the caller's transaction.</summary>
    public static Task AddAsync(BotDbContext database, string regencyCode, long? programmeId, DateOnly day, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into programme_questions (regency_code, programme_id, day, times) values ({regencyCode}, {programmeId}, {day}, 1)
            on conflict (regency_code, programme_id, day) do update set times = programme_questions.times + 1
            """,
            cancellationToken);

    /// <summary>How often each programme was asked about since a day; 0 stands for questions without an answer.</summary>
    public static async Task<IReadOnlyDictionary<long, int>> SinceAsync(BotDbContext database, string regencyCode, DateOnly since, CancellationToken cancellationToken) =>
        await database.Set<ProgrammeQuestions>().Where(row => row.RegencyCode == regencyCode && row.Day >= since)
            .GroupBy(row => row.ProgrammeId ?? 0).Select(group => new { group.Key, Times = group.Sum(row => row.Times) }).ToDictionaryAsync(row => row.Key, row => row.Times, cancellationToken);
}
