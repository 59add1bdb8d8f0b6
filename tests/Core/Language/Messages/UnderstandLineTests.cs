using System.Text.Json;
using Puskesos.Core.Language.Messages;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Messages;

public sealed class UnderstandLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly MessageReader Reader = MessageReader.Seed(new NamedPlaces("jatibogor suradadi"));

    [Fact]
    public void A_line_becomes_the_object_of_the_contract()
    {
        using var read = JsonDocument.Parse(UnderstandLine.Json(Reader, "bu PKH sy blm cair sejak bln maret, dipotong 200rb, hp 081200000113, rt 3 rw 5 jatibogor suradadi", Now));

        var root = read.RootElement;
        Assert.Contains(root.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "phonenumber" && entity.GetProperty("resolution").GetProperty("value").GetString() == "+6281200000113");
        Assert.Contains(root.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "currency" && entity.GetProperty("resolution").GetProperty("value").GetString() == "200000");
        Assert.Contains(root.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "datetimeV2.daterange" && entity.GetProperty("resolution").GetProperty("values")[0].GetProperty("start").GetString() == "2026-03-01");
        Assert.Contains(root.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "rtrw" && entity.GetProperty("resolution").GetProperty("rw").GetString() == "5");
        Assert.False(root.GetProperty("urgent").GetBoolean());
        Assert.Equal("one", root.GetProperty("place").GetProperty("kind").GetString());
        Assert.True(root.GetProperty("category").GetProperty("accept").GetArrayLength() > 0);
    }

    [Theory]
    [InlineData("besok hujan tidak ya")]
    [InlineData("mohon bantuan")]
    [InlineData("")]
    public void Out_of_scope_has_no_category(string line)
    {
        using var read = JsonDocument.Parse(UnderstandLine.Json(Reader, line, Now));

        Assert.Equal(JsonValueKind.Null, read.RootElement.GetProperty("category").ValueKind);
    }

    [Theory]
    [InlineData("iya", "True")]
    [InlineData("durung ana", "notyet")]
    [InlineData("sampun", "already")]
    public void Four_answers_are_told_apart(string line, string expected)
    {
        using var read = JsonDocument.Parse(UnderstandLine.Json(Reader, line, Now));

        var answer = Assert.Single(read.RootElement.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "boolean");
        Assert.Equal(expected, answer.GetProperty("resolution").GetProperty("value").ToString());
    }

    [Theory]
    [InlineData("anak saya tiga orang", "number", "value", "3")]
    [InlineData("anak ketiga belum sekolah", "ordinal", "value", "3")]
    [InlineData("bayarnya 1,5 juta", "currency", "value", "1500000")]
    [InlineData("hp 0812 0000 0113", "phonenumber", "value", "+6281200000113")]
    [InlineData("rt 03/05", "rtrw", "rt", "3")]
    [InlineData("rt 03/05", "rtrw", "rw", "5")]
    [InlineData("NIK 3328164502900001", "nik", "value", "3328164502900001")]
    [InlineData("no KK 3328160102100005", "kk", "value", "3328160102100005")]
    [InlineData("dipotong 50 - 100rb", "currency", "start", "50000")]
    [InlineData("dipotong 50 - 100rb", "currency", "end", "100000")]
    public void Every_kind_of_entity_has_the_resolution_of_the_contract(string line, string type, string key, string expected)
    {
        var entity = Assert.Single(Entities(line), entity => entity.GetProperty("type").GetString() == type);

        Assert.Equal(expected, entity.GetProperty("resolution").GetProperty(key).GetString());
    }

    [Theory]
    [InlineData("tgl 3-7 maret", "datetimeV2.daterange", "start", "2026-03-03")]
    [InlineData("tgl 3-7 maret", "datetimeV2.daterange", "end", "2026-03-08")]
    [InlineData("tgl 5 maret 2024", "datetimeV2.date", "value", "2024-03-05")]
    [InlineData("tgl 5 maret", "datetimeV2.date", "value", "2026-03-05")]
    [InlineData("nanti tgl 5 maret", "datetimeV2.date", "value", "2027-03-05")]
    [InlineData("sejak maret", "datetimeV2.daterange", "start", "2026-03-01")]
    [InlineData("sejak maret", "datetimeV2.daterange", "end", "2026-04-01")]
    [InlineData("jam setengah 7", "datetimeV2.time", "value", "06:30:00")]
    [InlineData("sudah 3 bulan", "datetimeV2.duration", "timex", "P3M")]
    [InlineData("tadi pagi", "datetimeV2.date", "timex", "2026-11-12TMO")]
    public void The_likelier_date_comes_first_and_a_range_ends_before_its_end(string line, string type, string key, string expected)
    {
        var entity = Assert.Single(Entities(line), entity => entity.GetProperty("type").GetString() == type);

        Assert.Equal(expected, entity.GetProperty("resolution").GetProperty("values")[0].GetProperty(key).GetString());
    }

    [Fact]
    public void A_day_without_a_year_gives_the_last_and_the_next()
    {
        var entity = Assert.Single(Entities("tgl 5 maret"), entity => entity.GetProperty("type").GetString() == "datetimeV2.date");

        Assert.Equal(["2026-03-05", "2027-03-05"], entity.GetProperty("resolution").GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetString()));
    }

    [Fact]
    public void Offsets_count_UTF16_units_and_include_the_last()
    {
        const string Line = "🙏 dipotong 200rb ya";

        var entity = Assert.Single(Entities(Line), entity => entity.GetProperty("type").GetString() == "currency");

        Assert.Equal(entity.GetProperty("text").GetString(), Line[entity.GetProperty("start").GetInt32()..(entity.GetProperty("end").GetInt32() + 1)]);
        Assert.Equal("200rb", entity.GetProperty("text").GetString());
    }

    [Fact]
    public void The_issue_stands_beside_the_category_and_the_next_best_codes_are_accepted()
    {
        using var read = JsonDocument.Parse(UnderstandLine.Json(Reader, "pkh saya belum cair 3 bulan", Now));

        Assert.Equal("BANSOS_MACET", read.RootElement.GetProperty("category").GetProperty("code").GetString());
        Assert.Equal("stopped", read.RootElement.GetProperty("issue").GetString());
        Assert.Contains(read.RootElement.GetProperty("category").GetProperty("accept").EnumerateArray(), code => code.GetString() == "BANSOS_USUL");
        Assert.Equal("none", read.RootElement.GetProperty("place").GetProperty("kind").GetString());
        Assert.Equal(0, read.RootElement.GetProperty("place").GetProperty("codes").GetArrayLength());
    }

    private static List<JsonElement> Entities(string line)
    {
        using var read = JsonDocument.Parse(UnderstandLine.Json(Reader, line, Now));
        return [.. read.RootElement.GetProperty("entities").EnumerateArray().Select(entity => entity.Clone())];
    }
}
