/**
 * The trade desk: from what partners post to binding trades. Use cases by package:
 *
 * <ul>
 *   <li>{@code availabilities}: {@code PostAvailability}, {@code ChangeAvailability}, {@code
 *       ReserveStock}, {@code ReleaseStock}, {@code SellStock}, {@code GiveBackStock}, {@code
 *       ExpireAvailability}, {@code BlockAvailabilitiesOfPartner}, {@code
 *       TakeVerdictOnAvailability}
 *   <li>{@code requirements}: {@code PostRequirement}, {@code ChangeRequirement}, {@code
 *       BuyForRequirement}, {@code UncommitRequirement}, {@code UndoPurchase}, {@code
 *       ExpireRequirement}, {@code BlockRequirementsOfPartner}, {@code TakeVerdictOnRequirement}
 *   <li>{@code matching}: {@code MatchPost}, {@code ProposeMatch}, {@code CloseMatch}, {@code
 *       RequireFit}, {@code TakeVerdictOnMatch}
 *   <li>{@code negotiations}: {@code StartNegotiation}, {@code MakeOffer}, {@code AcceptOffer},
 *       {@code HoldGoods}, {@code EndNegotiation}, {@code LapseAgreement}
 *   <li>{@code trades}: {@code CreateTrade} ({@code ReviewAgreement}, {@code TransferGoods}, {@code
 *       ChooseAddresses}), {@code MoveTrade}
 *   <li>{@code reactions}: what happens when a partner is suspended, or risk judges
 * </ul>
 *
 * <p>Aggregates: {@code Availability}, {@code Requirement}, {@code Match}, {@code Negotiation},
 * {@code Trade}, and {@code Position}, which follows the posts and trades; all publish on {@code
 * trade-events}. Locks are taken in one order: negotiation, match, availability, requirement,
 * position. Read models: {@code partnerdirectory}, {@code standings}, {@code verdicts}, {@code
 * commoditycatalog}, {@code locationdirectory}, {@code tradeterms}.
 */
package com.cottonerp.tradedesk;
