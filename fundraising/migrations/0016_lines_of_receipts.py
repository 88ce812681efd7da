from django.db import migrations


def write_lines(apps, schema_editor):
    """Give each receipt that was issued for one gift its line."""
    Receipt = apps.get_model("fundraising", "Receipt")
    ReceiptLine = apps.get_model("fundraising", "ReceiptLine")
    old = Receipt.objects.filter(lines=None).exclude(donation=None)
    ReceiptLine.objects.bulk_create(
        (
            ReceiptLine(
                receipt_id=receipt.pk,
                donation_id=receipt.donation_id,
                amount_cents=receipt.amount_cents,
                holds=receipt.cancelled_at is None,
            )
            for receipt in old.iterator()
        ),
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [("fundraising", "0015_yearly_receipts")]
    operations = [migrations.RunPython(write_lines, migrations.RunPython.noop)]
