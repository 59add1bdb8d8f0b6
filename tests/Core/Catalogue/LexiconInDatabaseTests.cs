using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Puskesos.Core;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Core.Catalogue;

public sealed class LexiconInDatabaseTests : IAsyncLifetime
{
    private const string Message = "pak mau lapor gropyokan tikus";

    private static readonly DateTimeOffset Now = new(2026, 11, 12, 2, 0, 0, TimeSpan.Zero);
    private readonly LogLines log = new();
    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-words-").FullName;
    private TestDatabase database = null!;
    private IHost host = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Puskesos"] = database.ConnectionString,
            ["Keys:Path"] = Path.Combine(folder, "master.key"),
            ["Admin:PublicBaseUrl"] = "https://admin.example",
        });
        builder.Services.AddSingleton<TimeProvider>(new FakeClock(Now));
        builder.Logging.AddProvider(log);
        builder.AddCore();
        host = builder.Build();
        await InScopeAsync(async (storage, _) =>
        {
            await CatalogueRefresh.SeedAsync(storage, default);
            await LexiconEditing.SeedAsync(storage, default);
        });
        await Refresh.RefreshAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        log.Dispose();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_seed_read_back_from_the_database_understands_the_same()
    {
        var rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Core", "Language", "Data", "messages-held.tsv"));
        var (seed, stored) = (MessageReader.Seed(), new MessageReader(Words));

        Assert.NotSame(LanguageEdition.Seed, Words);
        foreach (var text in rows.Skip(1).Select(line => line.Split('\t')[0]))
            Assert.True(UnderstandLine.Json(seed, text, Now) == UnderstandLine.Json(stored, text, Now), "A message of the set that stays unseen is read differently.");
    }

    [Fact]
    public async Task An_edited_line_changes_the_answer_without_restart()
    {
        var before = Guess(Message);
        var version = await database.ScalarAsync("select version from catalogue_versions");

        await database.ScalarAsync("""
            insert into lexicon_entries (key, kind, sort_order, name, topic, weight, words, unless, edited_at)
            values ('concept:RATS', 'Concept', 9000, 'RATS', '', null, 'gropyokan_tikus', '', now()), ('rule:LAIN:RATS', 'Rule', 9001, 'LAIN', '', 6, 'RATS', '', now())
            """);
        await Refresh.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Null(before);
        Assert.Equal("LAIN", Guess(Message));
        Assert.NotEqual(version, await database.ScalarAsync("select version from catalogue_versions"));
    }

    [Theory]
    [InlineData("name = 'KIS_MATTI'", "rule:KIS_MATI:KIS & DEAD", "the catalogue has no need KIS_MATTI")]
    [InlineData("weight = 400", "rule:KIS_MATI:KIS & DEAD", "the weight must be above 0 and at most 10, not 400")]
    [InlineData("weight = -1", "rule:KIS_MATI:KIS & DEAD", "the weight must be above 0 and at most 10, not -1")]
    [InlineData("weight = 'NaN'", "rule:KIS_MATI:KIS & DEAD", "the weight must be above 0 and at most 10, not NaN")]
    [InlineData("words = 'KIS & DEADD'", "rule:KIS_MATI:KIS & DEAD", "there is no concept DEADD")]
    [InlineData("words = '!KIS'", "rule:KIS_MATI:KIS & DEAD", "a condition must name at least one concept that is there")]
    [InlineData("words = 'kartu | |mati'", "concept:KIS", "the phrase \"kartu | |mati\" has an empty word")]
    [InlineData("words = 'KIS'", "concept:KIS", "its words must be in lower case")]
    [InlineData("words = ''", "concept:KIS", "it has no words")]
    [InlineData("name = 'bahaya'", "danger:fire", "danger is \"danger\", \"plain\", \"suicidal\", \"over\", \"calm\" or \"not\", not \"bahaya\"")]
    public async Task A_bad_line_is_refused_by_name_and_the_edition_before_stays(string change, string key, string reason)
    {
        var before = Words;

        await database.ScalarAsync($"update lexicon_entries set {change} where key = '{key}'");
        await Refresh.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Same(before, Words);
        Assert.Equal("KIS_MATI", Guess("kartu kis saya mati"));
        Assert.Contains(log.Written, line => line.Contains($"{key}: {reason}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_with_one_bad_line_saves_nothing()
    {
        var edit = await SaveAsync(Line("concept:RATS", LexiconKind.Concept, "RATS", "gropyokan_tikus"), Line("rule:TIKUS:RATS", LexiconKind.Rule, "TIKUS", "RATS", 4));

        Assert.Equal("rule:TIKUS:RATS: the catalogue has no need TIKUS", Assert.Single(edit.Faults).ToString());
        Assert.Equal(0, Convert.ToInt32(await database.ScalarAsync("select count(*) from lexicon_entries where edited_at is not null"), null));
    }

    [Fact]
    public async Task Lines_edited_here_survive_the_next_seed_and_others_follow_it()
    {
        await SaveAsync(Line("danger:fire#2", LexiconKind.Danger, "danger", "", topic: "fire"));
        await database.ScalarAsync("update lexicon_entries set words = 'x' where key = 'word:saya'");
        await database.ScalarAsync("insert into lexicon_entries (key, kind, sort_order, name, topic, words, unless) values ('word:usang', 'Word', 0, 'usang', '', 'usng', '')");

        await InScopeAsync((storage, _) => LexiconEditing.SeedAsync(storage, default));
        await Refresh.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await database.ScalarAsync("select words from lexicon_entries where key = 'danger:fire#2'"));
        Assert.NotEqual("x", await database.ScalarAsync("select words from lexicon_entries where key = 'word:saya'"));
        Assert.Null(await database.ScalarAsync("select words from lexicon_entries where key = 'word:usang'"));
    }

    [Fact]
    public async Task Nothing_edited_means_nothing_loaded_again()
    {
        var before = Words;

        await Refresh.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Same(before, Words);
    }

    private CatalogueRefresh Refresh => host.Services.GetRequiredService<CatalogueRefresh>();

    private LanguageEdition Words => host.Services.GetRequiredService<CatalogueSnapshot>().Words;

    private string? Guess(string message) => new MessageReader(Words).Understand(message, Now).Complaint.Best?.Code;

    private async Task<LexiconEdit> SaveAsync(params LexiconEntry[] lines)
    {
        var edit = new LexiconEdit(0, 0, 0, []);
        await InScopeAsync(async (_, editing) => edit = await editing.SaveAsync(lines, dryRun: false, default));
        return edit;
    }

    private async Task InScopeAsync(Func<BotDbContext, LexiconEditing, Task> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<BotDbContext>(), scope.ServiceProvider.GetRequiredService<LexiconEditing>());
    }

    private static LexiconEntry Line(string key, LexiconKind kind, string name, string words, double? weight = null, string topic = "") =>
        new() { Key = key, Kind = kind, Name = name, Words = words, Weight = weight, Topic = topic, SortOrder = 9000 };

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly List<string> written = [];

        public IReadOnlyList<string> Written => written;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => written.Add(formatter(state, exception));

        public void Dispose() => written.Clear();
    }
}
