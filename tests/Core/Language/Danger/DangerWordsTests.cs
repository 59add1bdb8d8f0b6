using Puskesos.Core.Language.Danger;

namespace Puskesos.Tests.Core.Language.Danger;

public sealed class DangerWordsTests
{
    [Theory]
    [InlineData("tolong suami saya mukul saya, saya takut", DangerKind.Danger)]
    [InlineData("dapur kebakaran kemarin, sekarang sudah padam", DangerKind.Danger)]
    [InlineData("anak kula dipun gebugi bapake", DangerKind.Danger)]
    [InlineData("bojoku ngantem aku terus", DangerKind.Danger)]
    [InlineData("abdi diteunggeul ku salaki", DangerKind.Danger)]
    [InlineData("pak tulung mrene, adhiku ora obah wis ditangekke ora tangi tangi awake adhem", DangerKind.Danger)]
    [InlineData("bapak saya tidak bergerak, sudah dibangunkan berkali-kali", DangerKind.Danger)]
    [InlineData("odgj ngamuk bawa golok", DangerKind.Danger)]
    [InlineData("anak saya dipasung", DangerKind.Danger)]
    [InlineData("ada bayi dibuang di kali", DangerKind.Danger)]
    [InlineData("keponakan saya dicabuli tetangga", DangerKind.Danger)]
    [InlineData("istri pendarahan hamil 8 bulan", DangerKind.Danger)]
    [InlineData("sudah tidak kuat pak, hutang banyak, pengin mati saja", DangerKind.Suicidal)]
    [InlineData("hayang paéh wae", DangerKind.Suicidal)]
    [InlineData("kula pengin mati mawon", DangerKind.Suicidal)]
    [InlineData("mending bunuh diri", DangerKind.Suicidal)]
    [InlineData("rasanya dipukul harga sembako bu", DangerKind.None)]
    [InlineData("kartu kis saya mati", DangerKind.None)]
    [InlineData("kis mau mati katanya", DangerKind.None)]
    [InlineData("pukul 8 pagi", DangerKind.None)]
    [InlineData("beras bantuan dijual lagi", DangerKind.None)]
    [InlineData("tidak pernah dipukul", DangerKind.None)]
    [InlineData("saya diancam dicoret dari pkh", DangerKind.None)]
    [InlineData("bundir", DangerKind.Suicidal)]
    [InlineData("pengin bundir", DangerKind.Suicidal)]
    [InlineData("udah capek mau bundir", DangerKind.Suicidal)]
    [InlineData("wis ora kuat urip", DangerKind.Suicidal)]
    [InlineData("aku pengin mateni awakku dewek", DangerKind.Suicidal)]
    [InlineData("mau mati saja", DangerKind.Suicidal)]
    [InlineData("ga kuat hidup", DangerKind.Suicidal)]
    [InlineData("pengen akhiri hidup", DangerKind.Suicidal)]
    [InlineData("mau gantung diri", DangerKind.Suicidal)]
    [InlineData("minum racun saja", DangerKind.Suicidal)]
    [InlineData("nyong wis ora kuat maning urip", DangerKind.Suicidal)]
    [InlineData("pan mati bae", DangerKind.Suicidal)]
    [InlineData("emoh urip maneh", DangerKind.Suicidal)]
    [InlineData("hoyong maot", DangerKind.Suicidal)]
    [InlineData("embung hirup deui", DangerKind.Suicidal)]
    [InlineData("teu kuat hirup", DangerKind.Suicidal)]
    [InlineData("rek maehan maneh", DangerKind.Suicidal)]
    [InlineData("bapak tiri pegang2 saya", DangerKind.Danger)]
    [InlineData("tulung", DangerKind.Danger)]
    [InlineData("tolongggg", DangerKind.Danger)]
    [InlineData("TOLONG!!", DangerKind.Danger)]
    [InlineData("banjir sedada", DangerKind.Danger)]
    [InlineData("banjir sedada belum ada bantuan", DangerKind.Danger)]
    [InlineData("mati listrik dari kemarin", DangerKind.None)]
    [InlineData("KIS mati", DangerKind.None)]
    [InlineData("bunuh impian anak sekolah", DangerKind.None)]
    [InlineData("usaha gulung tikar mati", DangerKind.None)]
    [InlineData("tidak kuat biaya hidup", DangerKind.None)]
    [InlineData("tolong kis saya mati", DangerKind.None)]
    [InlineData("tulung bansos kula mboten medal", DangerKind.None)]
    [InlineData("ustad yang pegang kartu saya", DangerKind.None)]
    [InlineData("saya hidup sendiri", DangerKind.None)]
    [InlineData("tolong rumah kebanjiran anak saya masih didalam", DangerKind.Danger)]
    [InlineData("banyu wis tekan payon, aku karo anakku neng nduwur", DangerKind.Danger)]
    [InlineData("api sudah merambat ke kamar", DangerKind.Danger)]
    [InlineData("ada kardus isinya bayi masih merah", DangerKind.Danger)]
    [InlineData("anak saya belum pulang dari kemarin sudah dicari", DangerKind.Danger)]
    [InlineData("sy dkurung d kmr", DangerKind.Danger)]
    [InlineData("tangan saya diikat, tolong", DangerKind.Danger)]
    [InlineData("lidahnya bengkak tidak bisa bicara", DangerKind.Danger)]
    [InlineData("ini malam terakhir saya, titip anak ya", DangerKind.Suicidal)]
    [InlineData("baygon sudah di gelas, maafkan saya", DangerKind.Suicidal)]
    [InlineData("dia mengacungkan celurit ke saya", DangerKind.Danger)]
    [InlineData("anak saya jago nendang bola", DangerKind.None)]
    [InlineData("tim voli desa kita dibantai 3-0", DangerKind.None)]
    [InlineData("atap bocor, banjir sedikit di dapur", DangerKind.None)]
    [InlineData("", DangerKind.None)]
    public void Danger_is_told_from_manners_of_speaking(string message, DangerKind expected)
    {
        Assert.Equal(expected, DangerWords.Read(message).Kind);
    }

    [Fact]
    public void The_words_and_their_group_are_named()
    {
        const string Message = "Tolong, saya DIPUKULI suami";

        var found = DangerWords.Read(Message);

        Assert.Equal("violence", found.Group);
        Assert.Equal("DIPUKULI", Message[found.Start..(found.End + 1)]);
    }

    [Theory]
    [InlineData("keponakan saya digituin sama bapak tirinya, masih serumah", "sexual")]
    [InlineData("murid abdi sok dirabaan ku guru ngajina", "sexual")]
    [InlineData("anak perempuan saya diapa-apain pacar ibunya", "sexual")]
    [InlineData("keponakan sy umur 5 th hilang dari jam 2 siang di sekitar pasar", "child")]
    [InlineData("bocah lanang 3 taun ilang neng pasar malem, tulung digoleki", "child")]
    [InlineData("budak alit sasab di leuweung, teu acan kapendak", "child")]
    [InlineData("wong tuwa ambruk nang ngarep toko ora sadar, ambekane ngos-ngosan", "medical")]
    [InlineData("aki-aki labuh di sisi jalan, teu eling, ambekanana hese", "medical")]
    [InlineData("mbah wis rong dina ora mangan, awake lemes ora bisa tangi", "hunger")]
    [InlineData("sudah 3 hari anak2 saya cuma minum air gula", "hunger")]
    [InlineData("tos tilu dinten aki teu tuang, lungse, teu tiasa cengkat", "hunger")]
    public void Danger_that_is_named_around_is_found(string message, string group)
    {
        var found = DangerWords.Read(message);

        Assert.Equal((DangerKind.Danger, group), (found.Kind, found.Group));
    }

    [Theory]
    [InlineData("rasanya mending saya pergi aja selamanya biar anak2 ga kebawa malu")]
    [InlineData("aku udah nulis wasiat, baju udah dirapiin, tinggal nunggu semua tidur")]
    [InlineData("dheweke menek tower arep njegur")]
    [InlineData("wengi ieu abdi bade mungkas sagalana")]
    public void A_farewell_is_suicidal(string message) => Assert.Equal(DangerKind.Suicidal, DangerWords.Read(message).Kind);

    [Theory]
    [InlineData("teu kantos diteunggeul mah, ngan sok dihina")]
    [InlineData("teu acan aya nu diraba atanapi dilecehkeun di dieu")]
    [InlineData("ora tau digebugi bojoku")]
    [InlineData("mboten nate digebugi, namung mboten dipun paringi blanja")]
    [InlineData("bukan dipukul atau dikeroyok lho bu, cuma malu")]
    [InlineData("anak saya ngurung diri di kamar karena malu")]
    [InlineData("dagangan saya kebunuh semua semenjak ada minimarket")]
    [InlineData("kepriben carane mateni lemut sing akeh")]
    [InlineData("gregetan pengen nonjok tembok")]
    [InlineData("Persekat dibantai 4-0 semalem")]
    [InlineData("warung saya mati suri")]
    public void What_is_denied_or_said_of_things_is_no_danger(string message) => Assert.Equal(DangerKind.None, DangerWords.Read(message).Kind);

    [Theory]
    [InlineData("saya tidak tahu, digebugi atau apa, adik saya berdarah")]
    [InlineData("ga tau diculik atau nyasar, anak saya hilang dari tadi sore")]
    [InlineData("dia dipukul 2-3 kali sehari")]
    public void A_denial_of_something_else_hides_no_danger(string message) => Assert.Equal(DangerKind.Danger, DangerWords.Read(message).Kind);
}
