using Puskesos.Core.Language.Answers;

namespace Puskesos.Tests.Core.Language.Answers;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("MENU", Command.Menu)]
    [InlineData("0", Command.Menu)]
    [InlineData(" menu. ", Command.Menu)]
    [InlineData("*Lapor*", Command.Report)]
    [InlineData("cek", Command.CheckTicket)]
    [InlineData("status", Command.CheckTicket)]
    [InlineData("kembali", Command.Back)]
    [InlineData("kembalii", Command.Back)]
    [InlineData("BATAL", Command.Cancel)]
    [InlineData("lewti", Command.Skip)]
    [InlineData("lewait", Command.Skip)]
    [InlineData("selsai", Command.Done)]
    [InlineData("selesai👍", Command.Done)]
    [InlineData("bantuan", Command.AskHuman)]
    [InlineData("petugas", Command.AskHuman)]
    [InlineData("darurt", Command.Emergency)]
    [InlineData("dar\u200burat", Command.Emergency)]
    [InlineData("keberatn", Command.Objection)]
    [InlineData("buka", Command.OpenNews)]
    [InlineData("stop", Command.Stop)]
    [InlineData("mulai", Command.StartAgain)]
    [InlineData("penipuan", Command.Scam)]
    [InlineData("sunda", Command.Sundanese)]
    [InlineData("ngoko", Command.JavaneseNgoko)]
    [InlineData("tugas", Command.OfficerTasks)]
    [InlineData("bukan", Command.None)]
    [InlineData("jawab", Command.None)]
    [InlineData("lapar", Command.None)]
    [InlineData("cekk", Command.None)]
    [InlineData("menux", Command.None)]
    [InlineData("mau lapor", Command.None)]
    [InlineData("cek TGL-2611-0042-7 0101", Command.None)]
    [InlineData("minta bantuan", Command.None)]
    [InlineData("", Command.None)]
    public void A_command_counts_only_as_the_whole_message(string message, Command expected)
    {
        Assert.Equal(expected, CommandWords.Read(message));
    }
}
