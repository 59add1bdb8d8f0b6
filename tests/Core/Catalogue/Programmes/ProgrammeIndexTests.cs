using Puskesos.Core.Catalogue.Programmes;

namespace Puskesos.Tests.Core.Catalogue.Programmes;

public sealed class ProgrammeIndexTests
{
    private const string Tegal = "33.28";

    private static readonly ProgrammeIndex Index = new(
    [
        Published(1, "KIP Kuliah", "kipk"), Published(2, "PIP/KIP sekolah", "pip", "kip"), Published(3, "PKH", "program keluarga harapan"),
        Published(4, "KIS/BPJS gratis", "kis", "bpjs"), new PublishedProgramme(5, "35.73", new ProgrammeText { Name = "Kartu Malang", Words = ["pkh"] }),
    ]);

    [Theory]
    [InlineData("syarat pkh apa bu", 3)]
    [InlineData("mau tanya program keluarga harpan", 3)]
    [InlineData("PKH?", 3)]
    [InlineData("kip kuliah gimana", 1)]
    [InlineData("kip buat anak sd", 2)]
    [InlineData("bpjs mati", 4)]
    public void Programme_is_found_by_the_words_residents_use(string message, long id) =>
        Assert.Equal(id, Assert.Single(Index.Named(Tegal, message)).Id);

    [Theory]
    [InlineData("pkp itu apa")]
    [InlineData("kapan cair tahap 4")]
    [InlineData("")]
    public void Other_words_name_no_programme(string message) => Assert.Empty(Index.Named(Tegal, message));

    [Fact]
    public void Two_names_in_one_question_are_both_found() => Assert.Equal([4L, 3L], Index.Named(Tegal, "bedanya pkh sama kis").Select(one => one.Id));

    [Fact]
    public void Another_regency_has_its_own_programmes()
    {
        Assert.Equal("Kartu Malang", Assert.Single(Index.Named("35.73", "pkh")).Text.Name);
        Assert.Null(Index.Find(Tegal, 5));
        Assert.Empty(Index.Of("11.01"));
    }

    [Theory]
    [InlineData("syarat pkh", ProgrammePart.Conditions)]
    [InlineData("bawa apa saja", ProgrammePart.Papers)]
    [InlineData("carane daftar piye", ProgrammePart.Register)]
    [InlineData("pkh itu apa", ProgrammePart.All)]
    [InlineData("kapan pkh cair", null)]
    public void Part_that_a_question_asks_for_is_known(string message, ProgrammePart? part) => Assert.Equal(part, ProgrammeAnswer.PartAsked(message));

    private static PublishedProgramme Published(long id, string name, params string[] words) => new(id, Tegal, new ProgrammeText { Name = name, Words = words });
}
