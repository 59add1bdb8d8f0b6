using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Catalogue.Programmes;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> table)
    {
        table.ToTable("programmes");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.HasIndex(row => row.RegencyCode);
        table.HasMany(row => row.Versions).WithOne().HasForeignKey(version => version.ProgrammeId);
    }
}

internal sealed class ProgrammeVersionMapping : IEntityTypeConfiguration<ProgrammeVersion>
{
    public void Configure(EntityTypeBuilder<ProgrammeVersion> table)
    {
        table.ToTable("programme_versions");
        table.HasIndex(row => new { row.ProgrammeId, row.Number }).IsUnique();
        table.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        table.Property(row => row.Name).HasMaxLength(ProgrammeText.LongestName);
        table.Property(row => row.Summary).HasMaxLength(ProgrammeText.LongestPart);
        table.Property(row => row.Conditions).HasMaxLength(ProgrammeText.LongestPart);
        table.Property(row => row.Papers).HasMaxLength(ProgrammeText.LongestPart);
        table.Property(row => row.Register).HasMaxLength(ProgrammeText.LongestPart);
        table.Property(row => row.Note).HasMaxLength(ProgrammeText.LongestPart);
        table.Property(row => row.Owner).HasMaxLength(ProgrammeText.LongestOwner);
    }
}

internal sealed class ProgrammeQuestionsMapping : IEntityTypeConfiguration<ProgrammeQuestions>
{
    public void Configure(EntityTypeBuilder<ProgrammeQuestions> table)
    {
        table.ToTable("programme_questions");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        // Null is "no answer" and is one row a day too.
        table.HasIndex(row => new { row.RegencyCode, row.ProgrammeId, row.Day }).IsUnique().AreNullsDistinct(false);
        table.HasOne<Programme>().WithMany().HasForeignKey(row => row.ProgrammeId);
    }
}
