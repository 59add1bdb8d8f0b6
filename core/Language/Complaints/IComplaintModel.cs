using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Complaints;

/// <summary>Guesses the categories of a message; filled by the lexicon, later also by a model trained on the service's own confirmed cases.</summary>
public interface IComplaintModel
{
    /// <summary>The candidates of a message, best first.</summary>
    ComplaintReading Read(WrittenText text);
}
