namespace Puskesos.Core.Language.Answers;

/// <summary>What somebody may want to know about the service itself while a question of ours is open.</summary>
public enum ServiceQuestion
{
    None,

    /// <summary>"ini bayar gak?"</summary>
    Cost,

    /// <summary>"ini siapa, robot apa orang?"</summary>
    WhoAnswers,

    /// <summary>"berapa lama prosesnya?"</summary>
    HowLong,

    /// <summary>"aman gak data saya?", "siapa yang lihat?"</summary>
    Privacy,
}
