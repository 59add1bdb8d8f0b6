using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Documents.Checks;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Retention;
using Puskesos.Core.Documents.Sealing;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Storage.Hot;

namespace Puskesos.Core.Documents;

/// <summary>Wires the document store, reading, and the files on their way in.</summary>
public static class DocumentsSetup
{
    /// <summary>The store and its reader: what admin needs.</summary>
    public static IHostApplicationBuilder AddDocuments(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DocumentsOptions>().BindConfiguration(DocumentsOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.Store != DocumentsOptions.S3Store || options.S3.Missing() is null, "Documents:Store is s3 and a setting of Documents:S3 is missing.")
            .ValidateOnStart();
        if (builder.Configuration[$"{DocumentsOptions.Section}:{nameof(DocumentsOptions.Store)}"] == DocumentsOptions.S3Store)
            builder.Services.AddSingleton<IDocumentStore, S3DocumentStore>();
        else
            builder.Services.AddSingleton<IDocumentStore, DiskDocumentStore>();
        builder.Services.AddSingleton<DocumentVault>();
        builder.Services.AddSingleton<DocumentReader>();
        builder.Services.AddSingleton<StagingArea>();
        builder.Services.AddSingleton<OutOfProcess>();
        builder.Services.AddSingleton<PictureCheck>();
        builder.Services.AddSingleton<PdfCheck>();
        builder.Services.AddSingleton<ArrivalCheck>();
        builder.Services.AddSingleton<VirusScan>();
        builder.Services.AddSingleton<FileChecks>();
        builder.Services.AddScoped<KeyRewrapping>();
        builder.Services.AddScoped<ErasureRules>();
        builder.Services.AddSingleton<OfficerUploads>();
        return builder;
    }

    /// <summary>The files on their way in: what bot needs besides <see cref="AddDocuments"/> and a fetcher for each channel.</summary>
    public static IHostApplicationBuilder AddDocumentArrival(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DocumentClaim>();
        builder.Services.AddScoped<DocumentArrival>();
        builder.Services.AddScoped<ArrivalRecord>();
        builder.Services.AddScoped<LateFaults>();
        builder.Services.AddSingleton<ProviderCopies>();
        builder.Services.AddScoped<ErasedFilesJob>();
        builder.Services.AddScoped<ProviderDeletionJob>();
        builder.Services.AddScoped<UncheckedFilesJob>();
        builder.Services.AddHostedService<CheckTools>();
        builder.Services.AddSingleton<CardReader>();
        builder.Services.AddSingleton<CardReadingWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CardReadingWorker>());
        builder.Services.AddScoped<DocumentRetentionJob>();
        builder.Services.AddSingleton<DocumentFetchJob>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DocumentFetchJob>());
        return builder;
    }
}
