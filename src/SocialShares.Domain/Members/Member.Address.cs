namespace SocialShares.Domain;

/// <summary>Name and address as they change.</summary>
public sealed partial class Member
{
    /// <summary>Electronic address that the holder has notified; null: none.</summary>
    public string? Email { get; private set; }

    /// <summary>What that is for; null exactly when there is none.</summary>
    public NoticePurpose? EmailPurpose { get; private set; }

    /// <summary>Name and address as they stand in the register today.</summary>
    public HolderAddress Address => new(Name, Street, Postcode, City, Country, Email, EmailPurpose);

    /// <summary>
    /// Records another name or address, and keeps what stood before. Where the name or the country tells this holder from others
    /// of the same person, the identity changes with it, so that the holder is found by the new one.
    /// </summary>
    /// <param name="order">What, from when and on whose word.</param>
    /// <param name="last">The change before; null for the first.</param>
    /// <param name="today">The day it is.</param>
    /// <exception cref="Refused"><c>holder.nothing-changed</c>, <c>holder.email-purpose</c>, <c>holder.change-day</c>:
    /// the day is in the future; <c>holder.change-order</c>: it is before the last change.</exception>
    public HolderChange Move(HolderChangeOrder order, HolderChange? last, DateOnly today)
    {
        order.To.Check();
        if (order.To == Address)
            throw new Refused("holder.nothing-changed");
        if (order.ValidOn > today)
            throw new Refused("holder.change-day", today) { Field = "validOn" };
        if (last is not null && order.ValidOn < last.ValidOn)
            throw new Refused("holder.change-order", last.ValidOn) { Field = "validOn" };
        var change = new HolderChange(this, Address, (last?.No ?? 0) + 1, order, order.By.At);
        (Name, Street, Postcode) = (order.To.Name, order.To.Street, order.To.Postcode);
        (City, Country, Email, EmailPurpose) = (order.To.City, order.To.Country, order.To.Email, order.To.Purpose);
        // A person is one holder however the name is written; who took a holding over long ago may still have the child's.
        if (Kind != HolderKind.Person)
            Identity = HolderIdentity.Of(Details());
        Version++;
        return change;
    }
}
