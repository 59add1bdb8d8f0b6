using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Jobs;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> table)
    {
        table.ToTable("job_runs");
        table.Property(row => row.Name).HasMaxLength(80);
        table.Property(row => row.Outcome).HasConversion<string>().HasMaxLength(20);
        table.Property(row => row.Summary).HasMaxLength(JobRun.LongestSummary);
        table.Property(row => row.ErrorKind).HasMaxLength(200);
        table.Property(row => row.Instance).HasMaxLength(200);
        table.HasIndex(row => new { row.Name, row.StartedAt });
        table.HasIndex(row => row.StartedAt);
    }
}

internal sealed class JobRequestMapping : IEntityTypeConfiguration<JobRequest>
{
    public void Configure(EntityTypeBuilder<JobRequest> table)
    {
        table.ToTable("job_requests");
        table.Property(row => row.Name).HasMaxLength(80);
        table.HasIndex(row => row.Id).HasFilter("taken_at is null").HasDatabaseName("ix_job_requests_waiting");
        table.HasOne<Officers.Officer>().WithMany().HasForeignKey(row => row.RequestedBy);
    }
}

internal sealed class ScheduledJobMapping : IEntityTypeConfiguration<ScheduledJob>
{
    public void Configure(EntityTypeBuilder<ScheduledJob> table)
    {
        table.ToTable("scheduled_jobs");
        table.HasKey(row => row.Name);
        table.Property(row => row.Name).HasMaxLength(80);
        table.Property(row => row.ZoneId).HasMaxLength(40);
    }
}
