using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Places;

public sealed class PlaceIndexTests
{
    private static readonly PlaceIndex Tegal = new(DemoRows.TegalOnly(), version: 1);

    public static TheoryData<string, string> ToldExactly => new()
    {
        { "jatibogor suradadi", "33.28.16.2007" },
        { "Jati Bogor", "33.28.16.2007" },
        { "Suradadi, Jatibogor", "33.28.16.2007" },
        { "ds. jatibogor kec. suradadi kab. tegal", "33.28.16.2007" },
        { "dsjatibogor kecsuradadi", "33.28.16.2007" },
        { "DESA JATIBOGOR KECAMATAN SURADADI", "33.28.16.2007" },
        { "dukuhwaru dukuhwaru", "33.28.18.2009" },
        { "desa tarub", "33.28.14.2012" },
        { "karanganyar kedung banteng", "33.28.08.2002" },
        { "kajen talang", "33.28.12.2009" },
        { "slawi kulon", "33.28.10.2004" },
        { "kertaharja kramat, gang masjid", "33.28.15.2005" },
        { "rt 03 rw 02 desa kemantran kramat", "33.28.15.2004" },
        { "rumah di ketanggungan dukuhturi pak, bulakelor itu rumah mertua", "33.28.13.2001" },
        { "kerja di brebes, rumah di jatibogor suradadi", "33.28.16.2007" },
        { "nyong neng jatibogor suradadi, pkhne biyunge ora metu kit wulan maret", "33.28.16.2007" },
        { "punten, abdi ti cintamanik bumijawa, kis abdi teu tiasa dianggo", "33.28.02.2012" },
        { "dusun karanganyar desa jatibogor", "33.28.16.2007" },
        { "marga ayu", "33.28.01.2013" },
        { "Margaayu Margasari", "33.28.01.2013" },
    };

    public static TheoryData<string, string> ToldOtherwise => new()
    {
        { "ds yamansri kec lebaksiyu", "33.28.06.2005" },
        { "yamansari lebaksyu", "33.28.06.2005" },
        { "slawi barat", "33.28.10.2004" },
        { "kabukn", "33.28.14.2002" },
        { "kabunan tarub", "33.28.14.2002" },
        { "tamansari lebaksiu", "33.28.06.2005" },
        { "djatiboegor", "33.28.16.2007" },
        { "sidomulyo pagerbarang", "33.28.05.2003" },
        { "kdg banteng krganyar", "33.28.08.2002" },
        { "lebaksiu lidul lebaksiu", "33.28.06.2002" },
    };

    [Theory]
    [MemberData(nameof(ToldExactly))]
    public void Village_is_found_as_it_is_written(string text, string code)
    {
        var finding = Tegal.Find(text, DemoRows.InTegal);

        Assert.Equal(PlaceFindingKind.One, finding.Kind);
        Assert.Equal(code, Assert.Single(finding.Candidates).Code);
        Assert.True(finding.IsExact);
        Assert.False(finding.SameNameAsSubDistrict);
    }

    [Theory]
    [MemberData(nameof(ToldOtherwise))]
    public void Village_told_otherwise_is_found_and_never_exact(string text, string code)
    {
        var finding = Tegal.Find(text, DemoRows.InTegal);

        Assert.Equal(PlaceFindingKind.One, finding.Kind);
        Assert.Equal(code, Assert.Single(finding.Candidates).Code);
        Assert.False(finding.IsExact);
    }

    [Theory]
    [InlineData("karanganyar pak", "33.28.05.2009 33.28.08.2002 33.28.13.2017")]
    [InlineData("jatimulya", "33.28.06.2011 33.28.16.2006")]
    [InlineData("dukuh tengah", "33.28.01.2003 33.28.03.2002")]
    [InlineData("prupuk", "33.28.01.2001 33.28.01.2012")]
    [InlineData("kabuan", "33.28.14.2002 33.28.18.2005")]
    [InlineData("yamansari tarub", "33.28.06.2005 33.28.14.2012")]
    public void Doubtful_name_offers_exactly_its_candidates(string text, string codes)
    {
        var finding = Tegal.Find(text, DemoRows.InTegal);

        Assert.Equal(PlaceFindingKind.Ask, finding.Kind);
        Assert.Equal(codes.Split(' '), finding.Candidates.Select(candidate => candidate.Code).Order());
    }

    [Fact]
    public void Doubled_name_is_offered_by_sub_district()
    {
        var finding = Tegal.Find("karanganyar", DemoRows.InTegal);

        Assert.Equal(["Dukuhturi", "Kedungbanteng", "Pagerbarang"], finding.Candidates.Select(candidate => candidate.SubDistrictName));
    }

    [Theory]
    [InlineData("slawi")]
    [InlineData("kec. slawi")]
    [InlineData("slawi kab tegal")]
    public void Sub_district_alone_is_told_as_such(string text)
    {
        var finding = Tegal.Find(text, DemoRows.InTegal);

        Assert.Equal(PlaceFindingKind.SubDistrict, finding.Kind);
        Assert.Equal("33.28.10", finding.SubDistrict?.Code);
    }

    [Fact]
    public void Villages_of_a_sub_district_come_by_name()
    {
        var names = Tegal.VillagesOf("33.28.10").Select(village => village.Name);

        Assert.Equal(
            ["Dukuhsalam", "Dukuhwringin", "Kagok", "Kalisapu", "Kudaile", "Pakembaran", "Procot", "Slawi Kulon", "Slawi Wetan", "Trayeman"],
            names);
    }

    [Fact]
    public void Village_that_shares_its_sub_districts_name_is_marked()
    {
        var finding = Tegal.Find("eh maaf bukan, saya di tarub", DemoRows.InTegal);

        Assert.Equal(PlaceFindingKind.One, finding.Kind);
        Assert.True(finding.SameNameAsSubDistrict);
        Assert.Equal("33.28.14.2012", finding.Candidates[0].Code);
    }

    [Fact]
    public void Unknown_word_beside_a_shared_name_leaves_the_sub_district()
    {
        var finding = Tegal.Find("xyzzyx, jatinegara", DemoRows.InTegal);

        Assert.Equal(PlaceFindingKind.SubDistrict, finding.Kind);
        Assert.Equal("33.28.07", finding.SubDistrict?.Code);
    }

    [Fact]
    public void Follow_up_looks_first_in_the_told_sub_district()
    {
        var finding = Tegal.Find("kabukan", PlaceScope.OfSubDistrict("33.28.14"));

        Assert.Equal("33.28.14.2002", Assert.Single(finding.Candidates).Code);
        Assert.True(finding.IsExact);
    }

    [Fact]
    public void Follow_up_may_name_a_village_elsewhere()
    {
        var finding = Tegal.Find("jatibogor suradadi", PlaceScope.OfSubDistrict("33.28.14"));

        Assert.Equal("33.28.16.2007", Assert.Single(finding.Candidates).Code);
    }

    [Theory]
    [InlineData("bulakelor ketanggungan brebes", "Bulakelor", "Kabupaten Brebes")]
    [InlineData("kota tegal", "Kota Tegal", "Kota Tegal")]
    [InlineData("margadana kota tegal", "Margadana", "Kota Tegal")]
    [InlineData("bojong indah kab bogor", "Bojong", "Kabupaten Bogor")]
    public void Told_regency_decides_before_a_village_of_the_same_name(string text, string place, string regency)
    {
        var finding = Tegal.Find(text, DemoRows.InTegal);

        Assert.Equal(PlaceFindingKind.Outside, finding.Kind);
        Assert.Equal(place, finding.Outside?.Name);
        Assert.Equal(regency, finding.Outside?.RegencyName);
        Assert.Empty(finding.Candidates);
    }

    [Theory]
    [InlineData("desa saya yang dekat pasar")]
    [InlineData("bantuan saya dipotong pak kades 200rb katanya buat administrasi")]
    [InlineData("tolong suami saya mukul saya, saya takut")]
    [InlineData("hari setu saya ke kantor")]
    [InlineData("kartu kis saya mati kemarin mau berobat ditolak puskesmas")]
    [InlineData("1")]
    [InlineData("iya")]
    [InlineData("")]
    [InlineData(null)]
    public void Ordinary_words_are_no_place(string? text)
    {
        Assert.Equal(PlaceFindingKind.None, Tegal.Find(text, DemoRows.InTegal).Kind);
    }

    [Fact]
    public void Place_is_cut_out_of_the_sentence_with_its_announcing_words()
    {
        const string Text = "assalamualaikum saya sarinah, ds. jatibogor kec. suradadi, ingin dapat pkh";

        var finding = Tegal.Find(Text, DemoRows.InTegal);

        Assert.Equal("ds. jatibogor kec. suradadi", Text[finding.Start..finding.End]);
    }

    [Fact]
    public void Words_of_a_miss_are_few_and_never_a_story()
    {
        var name = Tegal.Find("desa sukamantri wringin", DemoRows.InTegal);
        var story = Tegal.Find("kemarin sapi tetangga mendadak hilang digondol maling berkumis hitam legam", DemoRows.InTegal);

        Assert.Equal("sukamantri wringin", name.MissWords);
        Assert.Null(story.MissWords);
    }

    [Fact]
    public void Taught_name_is_found_like_an_official_one()
    {
        var index = new PlaceIndex(DemoRows.WithAliases(new AliasRow("33.28.16.2007", "jebogor")), version: 2);

        var finding = index.Find("saya dari jebogor", DemoRows.InTegal);

        Assert.Equal("33.28.16.2007", Assert.Single(finding.Candidates).Code);
        Assert.True(finding.IsExact);
    }

    [Fact]
    public void Regencies_of_one_installation_are_kept_apart()
    {
        var rows = new PlaceRows
        {
            Regencies = [new RegencyRow("33.28", "Kabupaten Tegal", true), new RegencyRow("33.29", "Kabupaten Brebes", true)],
            SubDistricts = [new SubDistrictRow("33.28.13", "Dukuhturi", null, null), new SubDistrictRow("33.29.16", "Ketanggungan", null, null)],
            Villages =
            [
                new VillageRow("33.28.13.2001", "33.28.13", "Ketanggungan", VillageKind.Desa, null, null),
                new VillageRow("33.29.16.2003", "33.29.16", "Bulakelor", VillageKind.Desa, null, null),
            ],
        };
        var index = new PlaceIndex(rows, version: 1);

        var fromTegal = index.Find("bulakelor", PlaceScope.OfRegency("33.28"));
        var fromBrebes = index.Find("bulakelor", PlaceScope.OfRegency("33.29"));
        var fromAnywhere = index.Find("bulakelor", PlaceScope.Served);

        Assert.Equal(PlaceFindingKind.OutsideServed, fromTegal.Kind);
        Assert.Equal("33.29.16.2003", fromTegal.Outside?.VillageCode);
        Assert.Equal(PlaceFindingKind.One, fromBrebes.Kind);
        Assert.Equal(PlaceFindingKind.One, fromAnywhere.Kind);
    }
}
