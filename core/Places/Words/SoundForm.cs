using System.Text;

namespace Puskesos.Core.Places;

/// <summary>
/// The name as it sounds: old spelling (oe, dj, tj), doubled letters, glides (iy, uw), silent h, and the Javanese a that is
/// written o ("Sidomulyo" for Sidamulya). Two names that sound alike are nearer than one letter.
/// </summary>
internal static class SoundForm
{
    private static readonly (string Written, string Sounds)[] Rules =
    [
        ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("dh", "d"), ("th", "t"), ("kh", "k"), ("bh", "b"), ("ck", "k"),
        ("iy", "i"), ("uw", "u"), ("q", "k"), ("v", "w"), ("f", "p"), ("z", "s"), ("x", "ks"), ("o", "a"),
    ];

    public static string Of(string key)
    {
        var sound = new StringBuilder(key);
        foreach (var (written, sounds) in Rules)
        {
            sound.Replace(written, sounds);
        }

        for (var at = sound.Length - 1; at > 0; at--)
        {
            if (sound[at] == sound[at - 1] || (sound[at] == 'h' && at == sound.Length - 1))
            {
                sound.Remove(at, 1);
            }
        }

        return sound.ToString();
    }
}
