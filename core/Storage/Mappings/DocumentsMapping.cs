using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Retention;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> table)
    {
        table.ToTable("documents");
        table.Property(row => row.Kind).HasMaxLength(40);
        table.Property(row => row.Source).Personal();
        table.Property(row => row.WrappedKey).Personal();
        table.Property(row => row.PinCipher).Personal();
        table.Property(row => row.Reading).Personal();
        table.Property(row => row.ContentType).HasMaxLength(100);
        table.Property(row => row.Marks).HasMaxLength(100);
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => row.ConversationId);
        table.HasIndex(row => row.InboxId);
        table.HasIndex(row => row.ContentIndex).HasFilter("content_index is not null");
        table.HasIndex(row => row.NextAttemptAt).HasFilter("state = 0").HasDatabaseName("ix_documents_fetching");
        table.HasIndex(row => row.NextAttemptAt).HasFilter("state = 5").HasDatabaseName("ix_documents_unchecked");
        table.HasIndex(row => row.ReceivedAt).HasFilter("kind = 'KTP' and reading is null and state = 1").HasDatabaseName("ix_documents_cards");
        table.HasIndex(row => row.ForgetAt).HasFilter("forget_at is not null");
    }
}

internal sealed class DocumentViewMapping : IEntityTypeConfiguration<DocumentView>
{
    public void Configure(EntityTypeBuilder<DocumentView> table)
    {
        table.ToTable("document_views");
        table.HasIndex(row => row.At);
        table.HasIndex(row => new { row.DocumentId, row.At });
        table.HasIndex(row => new { row.OfficerId, row.At });
        table.HasOne<Document>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ErasureReportMapping : IEntityTypeConfiguration<ErasureReport>
{
    public void Configure(EntityTypeBuilder<ErasureReport> table)
    {
        table.ToTable("erasure_reports");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.HasIndex(row => new { row.RegencyCode, row.Id });
        table.HasIndex(row => row.At);
    }
}

internal sealed class AwaitedDocumentMapping : IEntityTypeConfiguration<AwaitedDocument>
{
    public void Configure(EntityTypeBuilder<AwaitedDocument> table)
    {
        table.ToTable("awaited_documents");
        table.Property(row => row.Kind).HasMaxLength(40);
        table.HasIndex(row => new { row.CaseId, row.ItemNumber, row.Kind }).IsUnique();
        table.HasOne<Cases.Case>().WithMany().HasForeignKey(row => row.CaseId);
        table.HasOne<Document>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class NeedCategoryMapping : IEntityTypeConfiguration<NeedCategory>
{
    public void Configure(EntityTypeBuilder<NeedCategory> table)
    {
        table.ToTable("need_categories");
        table.HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(20);
        table.Property(row => row.Label).HasMaxLength(24);
    }
}

internal sealed class DocumentKindMapping : IEntityTypeConfiguration<DocumentKind>
{
    public void Configure(EntityTypeBuilder<DocumentKind> table)
    {
        table.ToTable("document_kinds");
        table.HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(40);
    }
}

internal sealed class CatalogueVersionMapping : IEntityTypeConfiguration<CatalogueVersion>
{
    public void Configure(EntityTypeBuilder<CatalogueVersion> table)
    {
        table.ToTable("catalogue_versions");
        table.Property(row => row.Id).ValueGeneratedNever();
    }
}
