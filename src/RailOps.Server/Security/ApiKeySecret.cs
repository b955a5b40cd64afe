using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace RailOps.Server.Security;

/// <summary>
/// Makes and hashes keys. A key has 256 random bits, so a plain SHA-256 of it cannot be searched for as that of a password can; no salt
/// and no slow hash is needed.
/// </summary>
internal static class ApiKeySecret
{
    private const string Prefix = "railops_";
    private const int RandomBytes = 32;

    /// <summary>A new key: <c>railops_</c> and 43 characters.</summary>
    public static string Make() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>SHA-256 of a key's UTF-8, 32 bytes.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>The hash as small hexadecimal digits.</summary>
    public static string HashHex(string key) => Convert.ToHexStringLower(Hash(key));
}
