using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Puskesos.Core.Documents;

/// <summary>Wires the document store and the files on their way in.</summary>
public static class DocumentsSetup
{
    public static IHostApplicationBuilder AddDocuments(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DocumentsOptions>().BindConfiguration(DocumentsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<StagingArea>();
        return builder;
    }
}
