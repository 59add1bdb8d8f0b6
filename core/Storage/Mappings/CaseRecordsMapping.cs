using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Officers;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> table)
    {
        table.ToTable("visits");
        table.Property(row => row.WishedDay).Personal();
        table.Property(row => row.Form).Personal();
        table.Ignore(row => row.IsAhead);
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => row.StartsAt).HasFilter("done_at is null and cancelled_at is null").HasDatabaseName("ix_visits_ahead");
        table.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.FasilitatorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> table)
    {
        table.ToTable("referrals");
        table.Property(row => row.Number).HasMaxLength(60);
        table.Property(row => row.Agency).HasMaxLength(Referral.LongestAgency);
        table.Property(row => row.Summary).Personal();
        table.Property(row => row.Findings).Personal();
        table.Property(row => row.Request).Personal();
        table.Property(row => row.ReviewNote).Personal();
        table.Property(row => row.Feedback).Personal();
        table.Ignore(row => row.IsOutsideNow);
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => row.Number).IsUnique();
        table.HasIndex(row => new { row.State, row.ProposedAt }).HasFilter("state = 0").HasDatabaseName("ix_referrals_in_review");
        table.HasIndex(row => new { row.State, row.AnswerDueAt }).HasFilter("state in (2, 3, 4)").HasDatabaseName("ix_referrals_outside");
        table.HasOne<Case>().WithMany(row => row.Referrals).HasForeignKey(row => row.CaseId);
    }
}
