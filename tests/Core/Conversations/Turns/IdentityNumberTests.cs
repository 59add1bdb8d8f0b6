using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Core.Conversations.Turns;

/// <summary>A NIK told in any message ends with the person whom it is about: sealed; nowhere else can its digits be read.</summary>
public sealed class IdentityNumberTests
{
    private const string Resident = "whatsapp:+6281200000781";
    private const string InStory = "3328135203780001";
    private const string Later = "3328134107850002";

    [Fact]
    public async Task Digits_stand_in_no_column_no_message_and_no_line_that_officers_read()
    {
        await using var world = await AtStoryAsync("1");
        await SayAsync(world, $"desil saya naik, nik saya {InStory} mohon dicek", "lewati", "lewati", "1", "lewati");
        await SayAsync(world, $"ini nik istri saya {Later} pak tolong", "1");

        Assert.Contains("public.residents.name", await ColumnsWithAsync(world, "Darmo")); // the search finds what can be read
        foreach (var digits in new[] { InStory, Later })
        {
            Assert.Empty(await ColumnsWithAsync(world, digits));
            Assert.DoesNotContain(world.Senders.SelectMany(sender => sender.Sent), sent => sent.Message.Text.Contains(digits, StringComparison.Ordinal));
        }

        await using var scope = world.Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var cipher = world.Services.GetRequiredService<FieldCipher>();
        var person = await storage.Residents.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((InStory, "0001"), (cipher.OpenText(person.NikCipher!), person.NikLastFour));
        var words = (await storage.CaseEvents.AsNoTracking().Where(line => line.Words != null).ToListAsync(TestContext.Current.CancellationToken)).Select(line => cipher.OpenText(line.Words!)).ToList();
        Assert.Contains(words, line => line.Contains("ini nik istri saya", StringComparison.Ordinal));
        Assert.DoesNotContain(words, line => line.Contains(InStory, StringComparison.Ordinal) || line.Contains(Later, StringComparison.Ordinal));
        var filed = await storage.Cases.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(InStory, filed.Story, StringComparison.Ordinal);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from inbox_messages where raw_body is not null and id in (select inbox_id from case_events where kind = 'ResidentWrote')"));
    }

    [Fact]
    public async Task Number_told_for_somebody_else_belongs_to_that_person()
    {
        await using var world = await AtStoryAsync("2", "Sarinah");
        await SayAsync(world, $"desil ibu saya naik, nik ibu {InStory} mohon dicek", "lewati", "lewati", "1", "lewati");

        await using var scope = world.Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var filed = await storage.Cases.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ForWhom.Household, filed.ForWhom);
        Assert.Equal("0001", await storage.Residents.Where(row => row.Id == filed.HelpedId).Select(row => row.NikLastFour).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Null(await storage.Residents.Where(row => row.Id == filed.ReporterId).Select(row => row.NikLastFour).SingleAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Every column of every table in which the digits can be read, as text, bytes or JSON.</summary>
    private static async Task<IReadOnlyList<string>> ColumnsWithAsync(TalkWorld world, string digits)
    {
        var columns = (string)(await world.Database.ScalarAsync(
            "select string_agg(format('%I.%I.%I', table_schema, table_name, column_name), ',') from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema') and data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'ARRAY', 'character')"))!;
        var found = new List<string>();
        foreach (var column in columns.Split(','))
        {
            var (table, name) = (column[..column.LastIndexOf('.')], column[(column.LastIndexOf('.') + 1)..]);
            var readable = string.Create(CultureInfo.InvariantCulture, $"select count(*) from {table} where convert_from(decode(replace(encode(convert_to({name}::text, 'UTF8'), 'hex'), '00', '20'), 'hex'), 'UTF8') like '%' || $1 || '%' or {name}::text like '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'");
            if (await world.Database.ScalarAsync(readable, digits) is > 0L) found.Add(column);
        }

        return found;
    }

    private static async Task<TalkWorld> AtStoryAsync(params string[] forWhom)
    {
        var world = await TalkWorld.CreateAsync();
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 12, 3, 0, 0, TimeSpan.Zero));
        string[] name = forWhom is ["1"] ? ["1", "Darmo"] : [forWhom[0], "Darmo", .. forWhom[1..]];
        await SayAsync(world, ["lapor", "1", .. name, "jatibogor suradadi", "ya", "3", "1"]);
        return world;
    }

    private static async Task SayAsync(TalkWorld world, params string[] words)
    {
        foreach (var text in words)
            await world.ReceiveAsync([new IncomingMessage { Channel = Channel.WhatsApp, ExternalId = "", Address = Resident, Kind = IncomingKind.Text, Text = text }]);
    }
}
