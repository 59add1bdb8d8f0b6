using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class HolidayMapping : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> table)
    {
        table.ToTable("holidays");
        table.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.Name).HasMaxLength(200);
        // One entry a day and area: null is the nation and must not occur twice either.
        table.HasIndex(row => new { row.Day, row.RegencyCode }).IsUnique().AreNullsDistinct(false);
    }
}

internal sealed class UnitClosureMapping : IEntityTypeConfiguration<UnitClosure>
{
    public void Configure(EntityTypeBuilder<UnitClosure> table)
    {
        table.ToTable("unit_closures", made => made.HasCheckConstraint(
            "ck_unit_closures_days", $"last_day >= first_day and last_day - first_day < {UnitClosure.MaxDays}"));
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.UnitCode).HasMaxLength(40);
        table.Property(row => row.Reason).HasMaxLength(200);
        table.HasIndex(row => new { row.UnitCode, row.FirstDay });
    }
}

internal sealed class WorkHoursProfileMapping : IEntityTypeConfiguration<WorkHoursProfile>
{
    public void Configure(EntityTypeBuilder<WorkHoursProfile> table)
    {
        table.ToTable("work_hours_profiles", made => made.HasCheckConstraint(
            "ck_work_hours_profiles_days", "(first_day is null) = (last_day is null) and (first_day is null or last_day >= first_day)"));
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.UnitCode).HasMaxLength(40);
        table.Property(row => row.Week).HasMaxLength(300);
        table.HasIndex(row => new { row.RegencyCode, row.UnitCode, row.FirstDay }).IsUnique().AreNullsDistinct(false);
    }
}

internal sealed class CalendarVersionMapping : IEntityTypeConfiguration<CalendarVersion>
{
    public void Configure(EntityTypeBuilder<CalendarVersion> table)
    {
        table.ToTable("calendar_versions");
        table.Property(row => row.Id).ValueGeneratedNever();
    }
}

internal sealed class DemoClockMapping : IEntityTypeConfiguration<DemoClock>
{
    public void Configure(EntityTypeBuilder<DemoClock> table)
    {
        table.ToTable("demo_clocks");
        table.Property(row => row.Id).ValueGeneratedNever();
    }
}
