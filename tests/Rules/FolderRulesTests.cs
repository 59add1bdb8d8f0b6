namespace Puskesos.Tests.Rules;

public sealed class FolderRulesTests
{
    [Fact]
    public void Core_folders_use_lower_levels_only() => Broken.Nowhere(FolderRules.Upward(SourceTree.Sources));

    [Fact]
    public void Every_core_folder_has_a_level() => Broken.Nowhere(FolderRules.Unplanned(SourceTree.Sources));

    [Fact]
    public void Bot_and_admin_do_not_see_each_other() => Broken.Nowhere(FolderRules.Across(SourceTree.Sources));

    [Fact]
    public void Stand_ins_know_nothing_of_the_product() => Broken.Nowhere(FolderRules.StandInsOutside(SourceTree.Sources));

    [Fact]
    public void Vendors_are_named_in_their_own_folder_only() => Broken.Nowhere(FolderRules.VendorsOutside(SourceTree.Sources));

    [Fact]
    public void Namespaces_follow_folders() => Broken.Nowhere(FolderRules.ForeignNamespaces(SourceTree.Sources));

    [Theory]
    [InlineData("using Puskesos.Core.Conversations;")]
    [InlineData("using Puskesos.Core.Cases.Referrals;\nusing System;")]
    [InlineData("using Filing = Puskesos.Core.Cases.CaseFiling;")]
    [InlineData("class A { Places.Village home; }")]
    [InlineData("class A { Task<Cases.Case> filed; }")]
    [InlineData("using Puskesos.Core.Unheard;")]
    public void A_use_that_points_up_or_sideways_is_found(string text) =>
        Assert.Single(FolderRules.Upward([new("core/Messaging/A.cs", text)]));

    [Theory]
    [InlineData("using Puskesos.Core.Texts; using Puskesos.Core.Messaging.Media; using Puskesos.Core.Storage;")]
    [InlineData("// using Puskesos.Core.Cases;\nclass A { string s = \"Puskesos.Core.Cases.Case\"; }")]
    [InlineData("class A { int n = context.Cases.Count(); }")]
    public void A_use_that_points_down_is_let_through(string text) =>
        Assert.Empty(FolderRules.Upward([new("core/Messaging/A.cs", text)]));

    [Fact]
    public void Storage_may_see_every_folder() =>
        Assert.Empty(FolderRules.Upward([new("core/Storage/A.cs", "using Puskesos.Core.Conversations;")]));

    [Fact]
    public void A_new_core_folder_is_found() =>
        Assert.Single(FolderRules.Unplanned([new("core/Services/A.cs", ""), new("core/Cases/B.cs", "")]));

    [Theory]
    [InlineData("bot/WebChat/A.cs", "using Puskesos.Admin.Security;")]
    [InlineData("admin/Pages/A.cshtml", "@using Puskesos.Bot.Jobs;")]
    [InlineData("core/Cases/A.cs", "using Puskesos.Bot;")]
    [InlineData("bot/Telegram/A.cs", "using Puskesos.StandIn.Telegram;")]
    public void A_look_across_the_fence_is_found(string path, string text) =>
        Assert.Single(FolderRules.Across([new(path, text)]));

    [Fact]
    public void A_stand_in_that_uses_the_product_is_found() =>
        Assert.Single(FolderRules.StandInsOutside([new("core/StandIns/Twilio/A.cs", "using Puskesos.Core.Messaging;")]));

    [Theory]
    [InlineData("bot/WhatsApp/A.cs", "using Telegram.Bot.Types;")]
    [InlineData("core/Messaging/A.cs", "using Twilio.Rest;")]
    [InlineData("core/Cases/CaseFiling.cs", "using Stateless;")]
    [InlineData("core/Places/A.cs", "using Microsoft.Recognizers.Text;")]
    [InlineData("admin/Pages/A.cs", "using Quartz;")]
    [InlineData("core/Officers/A.cs", "using Microsoft.AspNetCore.Mvc;")]
    [InlineData("deploy/tool/A.cs", "using Client = Telegram.Bot.TelegramBotClient;")]
    public void A_vendor_outside_its_folder_is_found(string path, string text) =>
        Assert.Single(FolderRules.VendorsOutside([new(path, text)]));

    [Theory]
    [InlineData("bot/Telegram/A.cs", "using Telegram.Bot.Types;")]
    [InlineData("core/Cases/CaseStatusMachine.cs", "using Stateless;")]
    [InlineData("bot/Program.cs", "using Puskesos.Bot.Telegram;")]
    public void A_vendor_at_home_is_let_through(string path, string text) =>
        Assert.Empty(FolderRules.VendorsOutside([new(path, text)]));

    [Theory]
    [InlineData("core/Cases/A.cs", "namespace Puskesos.Core.Messaging;")]
    [InlineData("bot/Jobs/A.cs", "namespace Puskesos.Core.Jobs;")]
    public void A_namespace_of_another_folder_is_found(string path, string text) =>
        Assert.Single(FolderRules.ForeignNamespaces([new(path, text)]));
}
