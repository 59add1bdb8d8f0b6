using Microsoft.AspNetCore.Mvc.ModelBinding;
using Puskesos.Admin.Texts;

namespace Puskesos.Admin.Desk.Fields;

/// <summary>Days and hours of all forms are read kindly (<see cref="DayReader"/>); what cannot be read stays in its field.</summary>
public sealed class DayBinders : IModelBinderProvider, IModelBinder
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Metadata.UnderlyingOrModelType == typeof(DateOnly) || context.Metadata.UnderlyingOrModelType == typeof(TimeOnly) ? this : null;
    }

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        if (string.IsNullOrWhiteSpace(sent.FirstValue)) return Task.CompletedTask;
        object? read = bindingContext.ModelMetadata.UnderlyingOrModelType == typeof(DateOnly) ? DayReader.Day(sent.FirstValue) : DayReader.Hour(sent.FirstValue);
        if (read is null) bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, AdminWords.T(AdminText.Day_Unread));
        else bindingContext.Result = ModelBindingResult.Success(read);
        return Task.CompletedTask;
    }
}
