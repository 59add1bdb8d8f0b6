using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Cases.ClosedUnits;
using Puskesos.Core.Cases.DataChecks;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Obstacles;
using Puskesos.Core.Cases.Ppks;
using Puskesos.Core.Cases.Proposals;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Cases.Replies;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases;

/// <summary>Wires the life of a case.</summary>
public static class CasesSetup
{
    public static IHostApplicationBuilder AddCases(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(new TextCatalog());
        builder.Services.AddSingleton<CaseClock>();
        builder.Services.AddSingleton<CaseNews>();
        builder.Services.AddSingleton<CannedReplies>();
        builder.Services.AddSingleton<MoveTexts>();
        builder.Services.AddScoped<NumberReveal>();
        builder.Services.AddScoped<PpksNoting>();
        builder.Services.AddSingleton<RunningNumbers>();
        builder.Services.AddSingleton<VisitBook>();
        builder.Services.AddSingleton<ReferralBook>();
        builder.Services.AddScoped<AgencyBook>();
        builder.Services.AddScoped<ObstacleLog>();
        builder.Services.AddScoped<ProposalList>();
        builder.Services.AddSingleton<RightsFiling>();
        builder.Services.AddSingleton<RightsAnswer>();
        builder.Services.AddScoped<RightsDesk>();
        builder.Services.AddScoped<RightsErasure>();
        builder.Services.AddSingleton<MoveRecords>();
        builder.Services.AddSingleton<CaseMoves>();
        builder.Services.AddSingleton<RefusalProposals>();
        builder.Services.AddSingleton<ReferralNews>();
        builder.Services.AddSingleton<CaseTransfers>();
        builder.Services.AddSingleton<VisitAnswers>();
        builder.Services.AddSingleton<Objections>();
        builder.Services.AddSingleton<MoveUndo>();
        builder.Services.AddSingleton<CaseAnswers>();
        builder.Services.AddSingleton<ResidentMoves>();
        builder.Services.AddSingleton<HelpedAnswers>();
        builder.Services.AddScoped<DataCheckBook>();
        builder.Services.AddScoped<DataCheckList>();
        builder.Services.AddSingleton<CasePin>();
        builder.Services.AddSingleton<PaperLabelling>();
        builder.Services.AddScoped<ClosedUnitMove>();
        builder.Services.AddSingleton<ClosedUnitJob>();
        builder.Services.AddSingleton<DeskArrival>();
        builder.Services.AddScoped<WalkIn>();
        return builder;
    }
}
