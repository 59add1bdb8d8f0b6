namespace Puskesos.Core.Language.Answers;

/// <summary>What somebody asks of the own data.</summary>
public enum OwnDataWish
{
    /// <summary>"minta lihat data saya"</summary>
    See,

    /// <summary>"perbaiki data saya"</summary>
    Correct,

    /// <summary>"hapus data saya"</summary>
    Erase,
}
