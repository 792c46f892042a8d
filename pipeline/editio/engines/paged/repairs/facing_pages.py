"""Added: two texts on facing pages. See facing.py."""

from editio.engines.paged import facing
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.layout import block

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/layout/block.py",
    (
        Repair(
            block,
            "block_box_layout",
            """    block_level_width(box, containing_block)

    result = block_container_layout(
        context, box,""",
            """    block_level_width(box, containing_block)

    result = (facing_layout if is_facing(box) else block_container_layout)(
        context, box,""",
            "One flow fills every page. See facing.",
        ),
    ),
    {
        block: {"is_facing": facing.is_facing, "facing_layout": facing.lay_out},
    },
)
