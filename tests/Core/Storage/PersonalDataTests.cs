using System.Text;
using Npgsql;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Storage;

/// <summary>Who copies the database alone reads no identity number, no phone number and no chat address.</summary>
public sealed class PersonalDataTests
{
    private const string Chat = "791357924";
    private const string Nik = "3328061203880007";
    private const string PhoneDigits = "81298765431";
    private const string Name = "Darsono";

    private static readonly string[] Talk =
    [
        "/start", "1", "1", "1", Name, "yamansari", "1", "5", "1", $"buat daftar sekolah anak, nik saya {Nik}", "LEWATI", "SELESAI", "1", $"0{PhoneDigits}",
    ];

    [Fact]
    public async Task After_a_whole_talk_no_number_and_no_address_lies_open()
    {
        await using var world = await TalkWorld.CreateAsync();
        foreach (var line in Talk)
            await world.ReceiveAsync([new IncomingMessage { Channel = Channel.Telegram, ExternalId = "", Address = Chat, Kind = IncomingKind.Text, Text = line }]);

        Assert.Equal(1, await world.Database.CountAsync("cases"));
        Assert.Equal(PhoneDigits[^4..], await world.Database.ScalarAsync("select phone_last_four from residents"));
        Assert.Contains("residents.name", await HoldingAsync(world, Name));
        foreach (var secret in new[] { Nik, PhoneDigits, Chat }) Assert.Equal([], await HoldingAsync(world, secret));
    }

    [Fact]
    public async Task After_a_whole_talk_on_whatsapp_no_number_lies_open()
    {
        await using var world = await TalkWorld.CreateAsync();
        foreach (var line in Talk[..^1])
            await world.ReceiveAsync([new IncomingMessage
            {
                Channel = Channel.WhatsApp, ExternalId = "", Address = $"whatsapp:+62{PhoneDigits}", Phone = $"+62{PhoneDigits}", Kind = IncomingKind.Text, Text = line,
            }]);

        Assert.Equal(1, await world.Database.CountAsync("cases"));
        foreach (var secret in new[] { Nik, PhoneDigits }) Assert.Equal([], await HoldingAsync(world, secret));
    }

    /// <summary>Every column of every table in which these letters stand.</summary>
    private static async Task<IReadOnlyList<string>> HoldingAsync(TalkWorld world, string secret)
    {
        await using var source = NpgsqlDataSource.Create(world.Database.ConnectionString);
        var columns = new List<(string Table, string Column, bool IsBytes)>();
        await using (var list = source.CreateCommand("""
            select c.table_name, c.column_name, c.data_type from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
            """))
        await using (var reader = await list.ExecuteReaderAsync())
            while (await reader.ReadAsync()) columns.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2) == "bytea"));
        var holding = new List<string>();
        foreach (var (table, column, isBytes) in columns)
        {
            await using var search = source.CreateCommand(isBytes
                ? $"select exists (select 1 from \"{table}\" where position($1 in \"{column}\") > 0)"
                : $"select exists (select 1 from \"{table}\" where position($1 in \"{column}\"::text) > 0)");
            search.Parameters.AddWithValue(isBytes ? Encoding.UTF8.GetBytes(secret) : secret);
            if (await search.ExecuteScalarAsync() is true) holding.Add($"{table}.{column}");
        }

        return holding;
    }
}
