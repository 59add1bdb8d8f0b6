using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Conversations;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class OfficerMapping : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> table)
    {
        table.ToTable("officers");
        table.Property(row => row.Name).HasMaxLength(200).Personal();
        table.HasMany(row => row.Roles).WithOne().HasForeignKey(role => role.OfficerId);
    }
}

internal sealed class OfficerRoleMapping : IEntityTypeConfiguration<OfficerRole>
{
    public void Configure(EntityTypeBuilder<OfficerRole> table)
    {
        table.ToTable("officer_roles");
        table.HasIndex(row => new { row.OfficerId, row.Role, row.AreaCode }).IsUnique();
        table.HasIndex(row => new { row.AreaCode, row.Role });
        table.Property(row => row.AreaCode).HasMaxLength(40);
    }
}

internal sealed class OfficerLinkMapping : IEntityTypeConfiguration<OfficerLink>
{
    public void Configure(EntityTypeBuilder<OfficerLink> table)
    {
        table.ToTable("officer_links");
        table.HasKey(row => new { row.OfficerId, row.AddressId });
        table.HasIndex(row => row.AddressId).IsUnique();
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId);
        table.HasOne<People.ChannelAddress>().WithMany().HasForeignKey(row => row.AddressId);
    }
}

internal sealed class OfficerSessionMapping : IEntityTypeConfiguration<OfficerSession>
{
    public void Configure(EntityTypeBuilder<OfficerSession> table)
    {
        table.ToTable("officer_sessions");
        table.Property(row => row.Device).HasMaxLength(OfficerSession.LongestDevice);
        table.HasIndex(row => new { row.OfficerId, row.StartedAt });
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId);
    }
}

internal sealed class LinkCodeMapping : IEntityTypeConfiguration<LinkCode>
{
    public void Configure(EntityTypeBuilder<LinkCode> table)
    {
        table.ToTable("link_codes");
        table.HasIndex(row => row.CodeIndex);
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId);
    }
}

internal sealed class UsedCodeMapping : IEntityTypeConfiguration<UsedCode>
{
    public void Configure(EntityTypeBuilder<UsedCode> table)
    {
        table.ToTable("used_codes");
        table.HasKey(row => row.CodeIndex);
        table.HasIndex(row => row.UsedAt);
    }
}

/// <summary>The framework maps its passkeys only where its own options are wired, and the operator's tool has none: said here for all processes alike.</summary>
internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    /// <summary>The longest id of a credential (WebAuthn Level 3).</summary>
    private const int LongestCredentialId = 1023;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> table)
    {
        table.ToTable("officer_passkeys");
        table.HasKey(row => row.CredentialId);
        table.Property(row => row.CredentialId).HasMaxLength(LongestCredentialId);
        table.OwnsOne(row => row.Data).ToJson();
        table.HasIndex(row => row.UserId);
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.UserId);
    }
}

internal sealed class ChatViewMapping : IEntityTypeConfiguration<ChatView>
{
    public void Configure(EntityTypeBuilder<ChatView> table)
    {
        table.ToTable("chat_views");
        table.HasIndex(row => new { row.ConversationId, row.OfficerId, row.At });
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId);
        table.HasOne<Conversation>().WithMany().HasForeignKey(row => row.ConversationId);
    }
}

internal sealed class StaffChangeMapping : IEntityTypeConfiguration<StaffChange>
{
    public void Configure(EntityTypeBuilder<StaffChange> table)
    {
        table.ToTable("staff_changes");
        table.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
        table.Property(row => row.AreaCode).HasMaxLength(40);
        table.HasIndex(row => new { row.OfficerId, row.Id });
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId);
    }
}

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> table)
    {
        table.ToTable("officer_absences");
        table.HasIndex(row => new { row.OfficerId, row.LastDay });
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.ToTable("invitations");
        table.HasIndex(row => row.TokenIndex).IsUnique();
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId);
    }
}
