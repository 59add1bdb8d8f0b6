using System.Net;
using System.Text;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Fakes;
using Puskesos.Tests.StandIns;

namespace Puskesos.Tests.Bot.WhatsApp;

/// <summary>Status callbacks, signed and over HTTP, and what they make of the outbox row that they name.</summary>
public sealed class WhatsAppStatusWebhookTests(WhatsAppFixture channel) : IClassFixture<WhatsAppFixture>, IAsyncLifetime
{
    private const string Sid = "SM88888888888888888888888888888888";
    private const string OtherSid = "SM77777777777777777777777777777777";

    private long outboxId;

    public async ValueTask InitializeAsync()
    {
        await channel.Host.ClearAsync();
        await channel.Twilio.ReceiveAsync(channel.Twilio.Form("whatsapp:+6281200000401", "halo"));
        outboxId = await AddRowAsync(OutboxStatus.Sent, Sid);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("sent", "Sent")]
    [InlineData("delivered", "Delivered")]
    [InlineData("sent delivered read", "Read")]
    [InlineData("read delivered sent", "Read")]
    [InlineData("delivered sent", "Delivered")]
    [InlineData("delivered delivered", "Delivered")]
    [InlineData("delivered failed:63016", "Delivered")]
    [InlineData("read undelivered:63024", "Read")]
    [InlineData("partially_delivered", "None")]
    [InlineData("sent kata-baru-2028", "Sent")]
    [InlineData("failed:63013 delivered", "Failed")]
    public async Task The_furthest_counts_in_any_order(string reports, string delivery)
    {
        foreach (var report in reports.Split(' ')) await ReportAsync(report);

        Assert.Equal(Enum.Parse<DeliveryState>(delivery), (await RowAsync()).Delivery);
    }

    [Theory]
    [InlineData("failed:63016", OutboxStatus.AwaitingWindow, "63016", false)]
    [InlineData("undelivered:63024", OutboxStatus.Failed, "63024", true)]
    [InlineData("failed:21610", OutboxStatus.Failed, "21610", true)]
    [InlineData("failed:63018", OutboxStatus.Waiting, "63018", false)]
    [InlineData("failed:63010", OutboxStatus.Waiting, "63010", false)]
    [InlineData("failed:63049", OutboxStatus.Failed, "63049", false)]
    [InlineData("failed:63051", OutboxStatus.Waiting, "63051", false)]
    [InlineData("failed", OutboxStatus.Failed, "failed", false)]
    public async Task A_failure_has_its_meaning(string report, OutboxStatus status, string code, bool unreachable)
    {
        await ReportAsync(report);
        await ReportAsync(report);

        var row = await RowAsync();
        Assert.Equal((status, code), (row.Status, row.ErrorCode));
        Assert.Equal(unreachable ? 1 : 0, await channel.Host.ScalarAsync<int>("select count(*) from channel_addresses where unreachable_at is not null"));
    }

    [Fact]
    public async Task News_refused_afterwards_for_its_window_is_announced_once()
    {
        await channel.Host.ScalarOrNothingAsync("""
            insert into regencies (code, name, short_name, time_zone_id, province_code, dinsos_name, office_address, office_hours, list_version)
            select distinct regency_code, 'Kabupaten', 'Tegal', 'Asia/Jakarta', '33', '', '', '', '' from conversations on conflict do nothing
            """);
        await channel.Host.ScalarOrNothingAsync("update outbox_messages set case_id = 7");

        await ReportAsync("failed:63016");
        await ReportAsync("failed:63016");

        Assert.Equal(OutboxStatus.AwaitingWindow, (await RowAsync()).Status);
        Assert.Equal(1, await channel.Host.ScalarAsync<int>("select count(*) from outbox_messages where text_key = 'News_Waiting'"));
    }

    [Fact]
    public async Task A_message_that_keeps_failing_is_given_up()
    {
        await channel.Host.ScalarOrNothingAsync($"update outbox_messages set attempts = {DeliveryReports.MostAttempts}");

        await ReportAsync("failed:63018");

        Assert.Equal(OutboxStatus.Failed, (await RowAsync()).Status);
    }

    [Fact]
    public async Task Whoever_wrote_since_is_not_unreachable()
    {
        await channel.Host.ScalarOrNothingAsync("update channel_addresses set last_inbound_at = '2027-01-01'");

        await ReportAsync("undelivered:63024");

        Assert.Equal(0, await channel.Host.ScalarAsync<int>("select count(*) from channel_addresses where unreachable_at is not null"));
    }

    [Theory]
    [InlineData(OutboxStatus.Sending)]
    [InlineData(OutboxStatus.Waiting)]
    public async Task A_callback_settles_a_row_whose_answer_was_lost(OutboxStatus before)
    {
        outboxId = await AddRowAsync(before, null);

        await ReportAsync("sent");

        var row = await RowAsync();
        Assert.Equal((OutboxStatus.Sent, Sid, DeliveryState.Sent), (row.Status, row.ProviderId, row.Delivery));
    }

    [Fact]
    public async Task A_late_report_of_an_earlier_try_changes_nothing()
    {
        await ReportAsync("delivered", sid: OtherSid);

        Assert.Equal((DeliveryState.None, Sid), ((await RowAsync()).Delivery, (await RowAsync()).ProviderId));
    }

    [Fact]
    public async Task Of_a_split_message_the_last_part_tells_of_arrival_and_any_part_of_failure()
    {
        await ReportAsync("delivered", sid: OtherSid, more: "&part=1&parts=2");
        var first = await RowAsync();
        await ReportAsync("failed:63013", sid: OtherSid, more: "&part=1&parts=2");

        Assert.Equal(DeliveryState.None, first.Delivery);
        Assert.Equal(OutboxStatus.Failed, (await RowAsync()).Status);
    }

    [Fact]
    public async Task Without_our_id_the_row_is_found_by_the_providers()
    {
        var status = await PostAsync("/whatsapp/status", Form("delivered", Sid));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(DeliveryState.Delivered, (await RowAsync()).Delivery);
    }

    [Theory]
    [InlineData("?outbox=99999999")]
    [InlineData("?outbox=bukan-angka")]
    [InlineData("?outbox=99999999999999999999999")]
    [InlineData("?outbox=")]
    public async Task An_unknown_row_is_no_error(string query) => Assert.Equal(HttpStatusCode.OK, await PostAsync("/whatsapp/status" + query, Form("delivered", OtherSid)));

    public static TheoryData<string, string, OutboxStatus> Payloads => new()
    {
        { "01-sent", "Sent", OutboxStatus.Sent },
        { "02-delivered", "Delivered", OutboxStatus.Sent },
        { "03-read", "Read", OutboxStatus.Sent },
        { "04-sent-arriving-after-delivered", "Sent", OutboxStatus.Sent },
        { "05-failed-63016", "Failed", OutboxStatus.AwaitingWindow },
        { "06-undelivered-63024", "Failed", OutboxStatus.Failed },
        { "07-failed-63018-rate", "Failed", OutboxStatus.Waiting },
        { "08-failed-21610", "Failed", OutboxStatus.Failed },
        { "09-unknown-status", "None", OutboxStatus.Sent },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public Task Our_payload_ends_as_the_table_says(string file, string delivery, OutboxStatus status) =>
        CheckAsync(PayloadTable.Read("WhatsApp", "expected.tsv").Payload($"status-{file}.form"), delivery, status);

    [Theory]
    [MemberData(nameof(Payloads))]
    public Task A_payload_of_the_pack_ends_as_the_table_says(string file, string delivery, OutboxStatus status)
    {
        var form = File.ReadAllText(Path.Combine(SharedPack.Folder("payloads"), "twilio", "status", file + ".form")).TrimEnd('\n');

        return CheckAsync(Encoding.UTF8.GetBytes(form.Replace("AC00000000000000000000000000000001", FakeTwilio.AccountSid, StringComparison.Ordinal)), delivery, status);
    }

    private async Task CheckAsync(byte[] form, string delivery, OutboxStatus status)
    {
        outboxId = await AddRowAsync(OutboxStatus.Sent, WhatsAppFixture.Fields(form)["MessageSid"]);

        var (answer, _, type) = await channel.PostAsync(form, $"/whatsapp/status?outbox={outboxId}");

        Assert.Equal((HttpStatusCode.OK, "text/xml"), (answer, type));
        var row = await RowAsync();
        Assert.Equal((Enum.Parse<DeliveryState>(delivery), status), (row.Delivery, row.Status));
    }

    private async Task<long> AddRowAsync(OutboxStatus status, string? sid) => await channel.Host.ScalarAsync<long>($"""
        insert into outbox_messages (conversation_id, channel, lane, priority, text_key, created_at, not_before, status, attempts, delivery, provider_id, sent_at)
        select id, 2, 0, 1, 'x', '2026-11-12', '2026-11-12', {(int)status}, 1, 0, {(sid is null ? "null" : $"'{sid}'")}, '2026-11-13' from conversations limit 1 returning id
        """);

    private async Task<(OutboxStatus Status, DeliveryState Delivery, string? ErrorCode, string? ProviderId)> RowAsync()
    {
        var text = await channel.Host.ScalarAsync<string>($"select concat_ws('|', status, delivery, coalesce(error_code, ''), coalesce(provider_id, '')) from outbox_messages where id = {outboxId}");
        var cells = text.Split('|');
        return (Enum.Parse<OutboxStatus>(cells[0]), Enum.Parse<DeliveryState>(cells[1]), cells[2] == "" ? null : cells[2], cells[3] == "" ? null : cells[3]);
    }

    private async Task ReportAsync(string report, string sid = Sid, string more = "")
    {
        var parts = report.Split(':');
        Assert.Equal(HttpStatusCode.OK, await PostAsync($"/whatsapp/status?outbox={outboxId}{more}", Form(parts[0], sid, parts.ElementAtOrDefault(1))));
    }

    private async Task<HttpStatusCode> PostAsync(string target, Dictionary<string, string> form)
    {
        using var answer = await channel.Twilio.PostAsync(target, form);
        return answer.StatusCode;
    }

    private static Dictionary<string, string> Form(string status, string sid, string? code = null)
    {
        var form = new Dictionary<string, string> { ["MessageSid"] = sid, ["SmsSid"] = sid, ["MessageStatus"] = status, ["AccountSid"] = FakeTwilio.AccountSid, ["From"] = FakeTwilio.Number };
        if (code is not null) form["ErrorCode"] = code;
        return form;
    }
}
