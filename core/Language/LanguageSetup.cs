using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Language.Complaints;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Messages;

namespace Puskesos.Core.Language;

/// <summary>Wires the understanding of messages; an <see cref="IPlaceReader"/> is used when the places offer one.</summary>
public static class LanguageSetup
{
    /// <summary>Adds the message reader with the built-in lexicon.</summary>
    public static IServiceCollection AddLanguage(this IServiceCollection services)
    {
        services.AddSingleton(LanguageLexicon.Seed);
        services.AddSingleton<IComplaintModel, ComplaintLexicon>();
        services.AddSingleton(provider => new MessageReader(provider.GetRequiredService<LanguageLexicon>(), provider.GetRequiredService<IComplaintModel>(), provider.GetService<IPlaceReader>()));
        return services;
    }
}
