using System;
using System.IO;

namespace Microsoft.SqlServer.Server;

public interface IBinarySerialize
{
    void Read(BinaryReader r);
    void Write(BinaryWriter w);
}

public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}

[Serializable]
public sealed class InvalidUdtException : SystemException
{
    internal InvalidUdtException(string m)
        : base(m) { }

    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new InvalidUdtException($"'{udtType}' is an invalid user defined type, reason: {resourceReason}.");
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute : Attribute
{
    public SqlUserDefinedTypeAttribute(Format format)
    {
        Format = format;
    }

    public Format Format { get; }
    public int MaxByteSize { get; set; }
    public bool IsFixedLength { get; set; }
    public bool IsByteOrdered { get; set; }
    public string ValidationMethodName { get; set; }
    public string Name { get; set; }
}
